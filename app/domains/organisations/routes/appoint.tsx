import { Button } from "~/design/button";
import { Checkbox } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { TextField } from "~/design/text-field";
import { today } from "~/platform/calendar.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { dropKeptForm, keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages as acts } from "../act-messages";
import { appoint } from "../commands/holdings.server";
import { stored, untilAfter } from "../days.server";
import { appointForm } from "../forms";
import { messages } from "../post-messages";
import { peopleKnownTo } from "../queries/known-people.server";
import { managedPost } from "../queries/managed-posts.server";
import { dayText } from "../queries/posts.server";
import { PeriodFields } from "../ui/period-fields";
import { PostCrumbs, postAddress } from "../ui/post-crumbs";
import { typedText, typedTick } from "../ui/typed";
import type { Route } from "./+types/appoint";

export const loader = conduct(async ({ world, request, params }: Route.LoaderArgs & { world: World }) => {
	const { place, post } = await managedPost(world, params.place, givenId(params.post));
	const people = await peopleKnownTo(world, post.organisationId);
	return { place, post, people, day: dayText(today(world.now)), kept: await keptForm(world, request) };
});

export const action = conduct(async ({ world, request, params }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, appointForm);
	const { place, post } = await managedPost(world, params.place, givenId(params.post));
	if (!form.valid) return again(form.typed, form.refusals);
	const { person, givenName, familyName, acting, firstDay, lastDay } = form.value;
	const named = givenName !== "" && familyName !== "";
	if (person && (givenName || familyName)) return again(form.typed, [{ code: "person-twice", field: "person" }]);
	if (!person && !named) return again(form.typed, [{ code: "person-missing", field: "person" }]);
	const outcome = await appoint(world, {
		postId: post.id,
		holder: person ? { personId: person } : { givenName, familyName },
		acting: acting === "on",
		validFrom: stored(firstDay),
		validUntil: untilAfter(lastDay),
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	await dropKeptForm(world, request);
	return onward(`${postAddress(place, post)}?gespeichert`);
});

export default function Appoint({ loaderData: { place, post, people, day, kept }, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const typed = actionData?.typed ?? kept;
	const problems = useProblems(acts, actionData?.refusals);
	return (
		<>
			<title>{`${t("appoint.title")} – ${post.label}`}</title>
			<PostCrumbs place={place} post={post} last={t("appoint.title")} />
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("appoint.title")} above={post.label} lead={t("appoint.lead")} />
			<Form>
				<Select
					name="person"
					optional
					label={t("appoint.person")}
					empty={t("appoint.personEmpty")}
					value={typedText(typed, "person")}
					options={people.map(({ id, displayName, through }) => ({
						value: id,
						label: through ? `${displayName} (${through})` : displayName,
					}))}
					error={problems.at("person")}
				/>
				<TextField
					name="givenName"
					optional
					width="medium"
					label={t("appoint.given")}
					hint={post.isPublic ? t("appoint.publicName") : undefined}
					value={typedText(typed, "givenName")}
					error={problems.at("givenName")}
				/>
				<TextField
					name="familyName"
					optional
					width="medium"
					label={t("appoint.family")}
					value={typedText(typed, "familyName")}
					error={problems.at("familyName")}
				/>
				<Checkbox
					name="acting"
					optional
					label={t("appoint.acting")}
					checked={typedTick(typed, "acting", false)}
					error={problems.at("acting")}
				/>
				<PeriodFields typed={typed} day={day} at={problems.at} />
				<Button>{t("appoint.submit")}</Button>
			</Form>
		</>
	);
}
