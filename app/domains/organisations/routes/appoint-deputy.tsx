import { Button } from "~/design/button";
import { EmptyState } from "~/design/empty-state";
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
import { appointDeputy } from "../commands/deputies.server";
import { stored, untilAfter } from "../days.server";
import { deputyForm } from "../forms";
import { messages } from "../post-messages";
import { managedPost, possibleDeputies } from "../queries/managed-posts.server";
import { dayText } from "../queries/posts.server";
import { PeriodFields } from "../ui/period-fields";
import { PostCrumbs, postAddress } from "../ui/post-crumbs";
import { typedText } from "../ui/typed";
import type { Route } from "./+types/appoint-deputy";

export const loader = conduct(async ({ world, request, params }: Route.LoaderArgs & { world: World }) => {
	const { place, post, deputies } = await managedPost(world, params.place, givenId(params.post));
	const options = await possibleDeputies(world, post);
	const rank = deputies.length + 1;
	return { place, post, options, rank, day: dayText(today(world.now)), kept: await keptForm(world, request) };
});

export const action = conduct(async ({ world, request, params }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, deputyForm);
	const { place, post } = await managedPost(world, params.place, givenId(params.post));
	if (!form.valid) return again(form.typed, form.refusals);
	const { deputyPost, rank, firstDay, lastDay } = form.value;
	const outcome = await appointDeputy(world, {
		postId: post.id,
		deputyPostId: deputyPost,
		rank,
		validFrom: stored(firstDay),
		validUntil: untilAfter(lastDay),
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	await dropKeptForm(world, request);
	return onward(`${postAddress(place, post)}?gespeichert`);
});

export default function AppointDeputy({ loaderData, actionData }: Route.ComponentProps) {
	const { place, post, options, rank, day, kept } = loaderData;
	const t = useText(messages);
	const typed = actionData?.typed ?? kept;
	const problems = useProblems(acts, actionData?.refusals);
	return (
		<>
			<title>{`${t("deputy.title")} – ${post.label}`}</title>
			<PostCrumbs place={place} post={post} last={t("deputy.title")} />
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("deputy.title")} above={post.label} lead={t("deputy.lead")} />
			{options.length === 0 ? (
				<EmptyState title={t("deputy.none")}>
					<p>{t("deputy.noneText")}</p>
				</EmptyState>
			) : (
				<Form>
					<Select
						name="deputyPost"
						label={t("deputy.post")}
						value={typedText(typed, "deputyPost")}
						options={options}
						error={problems.at("deputyPost")}
					/>
					<TextField
						name="rank"
						width="short"
						inputMode="numeric"
						label={t("deputy.rank")}
						hint={t("deputy.rankHint")}
						value={typedText(typed, "rank", String(rank))}
						error={problems.at("rank")}
					/>
					<PeriodFields typed={typed} day={day} at={problems.at} lastDayHint={t("deputy.lastDayHint")} />
					<Button>{t("deputy.submit")}</Button>
				</Form>
			)}
		</>
	);
}
