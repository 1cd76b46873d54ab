import { Button } from "~/design/button";
import { Checkbox } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { parseMoment } from "~/platform/calendar.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { formMessages } from "../../form-messages";
import { messages } from "../../messages";
import { runGroup } from "../../queries/managed-groups.server";
import { GroupCrumbs, managedPath } from "../../ui/group-crumbs";
import { typedText, typedTick } from "../../ui/typed";
import { planMeeting } from "../commands/meetings.server";
import { meetingForm } from "../forms";
import type { Route } from "./+types/plan-meeting";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const { place, name, slug } = await runGroup(world, params);
	return { place, name, slug, kept: await keptForm(world, request) };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const group = await runGroup(world, params);
	const form = await readForm(request, meetingForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { title, place, isPublic } = form.value;
	const startsAt = parseMoment(form.value.startsAt);
	if (!startsAt) return again(form.typed, [{ code: "moment-missing", field: "startsAt" }]);
	const outcome = await planMeeting(world, {
		groupId: group.id,
		title,
		startsAt,
		place,
		isPublic: isPublic === "on",
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${managedPath(params.place, params.group)}/sitzungen/${outcome.value.meetingId}`);
});

/** Plans a meeting; nobody is told yet. */
export default function PlanMeeting({ loaderData: { kept, ...group }, actionData }: Route.ComponentProps) {
	const t = useText(formMessages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const typed = actionData?.typed ?? kept;
	const field = (name: string) => ({ name, value: typedText(typed, name), error: at(name) });
	return (
		<>
			<title>{`${t("plan.title")} – ${group.name}`}</title>
			<GroupCrumbs place={group.place} group={group} last={t("plan.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("plan.title")} above={group.name} />
			<Form>
				<TextField {...field("title")} label={t("plan.name")} hint={t("plan.nameHint")} maxLength={120} />
				<DateField {...field("startsAt")} label={t("plan.startsAt")} withTime />
				<TextField {...field("place")} label={t("plan.place")} maxLength={200} />
				<Checkbox name="isPublic" label={t("plan.isPublic")} checked={typedTick(typed, "isPublic", true)} optional />
				<Button>{t("plan.save")}</Button>
			</Form>
		</>
	);
}
