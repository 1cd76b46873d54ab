import { Button } from "~/design/button";
import { DateField } from "~/design/date-field";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { stored } from "../../../day.server";
import { decisionChoices } from "../../../queries/managed-groups.server";
import { GroupCrumbs, managedPath } from "../../../ui/group-crumbs";
import { typedText } from "../../../ui/typed";
import { meetingRefusalMessages } from "../../refusal-messages";
import { decideInWriting } from "../commands/finish-circular.server";
import { decideForm } from "../forms";
import { circularMessages } from "../messages";
import type { Route } from "./+types/decide-in-writing";

const found = (world: World, params: { place: string; group: string; meeting: string; item: string }) =>
	decisionChoices(world, { ...params, meeting: givenId(params.meeting) });

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { meeting, item, posts, reviewDay } = await found(world, params);
	const { id, title, place, group } = meeting;
	return { meeting: { id, title, place, group }, item: { title: item.title }, posts, reviewDay };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { meeting, item } = await found(world, params);
	const form = await readForm(request, decideForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await decideInWriting(world, {
		meetingId: meeting.id,
		itemId: item.id,
		responsiblePostId: form.value.responsiblePostId,
		reviewOn: stored(form.value.reviewOn),
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${managedPath(params.place, params.group)}/empfehlungen/${outcome.value.code}`);
});

/** Makes the written answers to an item a vote that the chair certifies. */
export default function DecideInWriting({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(circularMessages);
	const { errors, at } = useProblems(meetingRefusalMessages, actionData?.refusals);
	const { meeting } = page;
	const field = (name: string, otherwise = "") => ({
		name,
		value: typedText(actionData?.typed, name, otherwise),
		error: at(name),
	});
	return (
		<>
			<title>{`${t("run.decideTitle")} – ${meeting.title}`}</title>
			<GroupCrumbs place={meeting.place} group={meeting.group} meeting={meeting} last={t("run.decideTitle")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("run.decideTitle")} above={page.item.title} lead={t("run.decideLead")} />
			<Form>
				<Select {...field("responsiblePostId")} label={t("run.post")} empty="–" options={page.posts} />
				<DateField {...field("reviewOn", page.reviewDay)} label={t("run.review")} />
				<Button>{t("run.decideSave")}</Button>
			</Form>
		</>
	);
}
