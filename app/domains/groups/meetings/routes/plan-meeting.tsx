import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { formMessages } from "../../form-messages";
import { runGroup } from "../../queries/managed-groups.server";
import { GroupCrumbs, managedPath } from "../../ui/group-crumbs";
import { typedText, typedTick } from "../../ui/typed";
import { planMeeting } from "../commands/meetings.server";
import { meetingForm } from "../forms";
import { readMeeting } from "../meeting-input.server";
import { meetingRefusalMessages } from "../refusal-messages";
import { MeetingFields } from "../ui/meeting-fields";
import type { Route } from "./+types/plan-meeting";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const { place, name, slug, charter } = await runGroup(world, params);
	return { place, name, slug, invitationDays: charter.invitationDays, kept: await keptForm(world, request) };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const group = await runGroup(world, params);
	const form = await readForm(request, meetingForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const input = readMeeting(form.value, world.now);
	if ("refusals" in input) return again(form.typed, input.refusals);
	const outcome = await planMeeting(world, { groupId: group.id, ...input.read });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${managedPath(params.place, params.group)}/sitzungen/${outcome.value.meetingId}`);
});

/** Plans a meeting or a circular procedure; nobody is told yet. */
export default function PlanMeeting({ loaderData: { kept, ...group }, actionData }: Route.ComponentProps) {
	const t = useText(formMessages);
	const { errors, at } = useProblems(meetingRefusalMessages, actionData?.refusals);
	const typed = actionData?.typed ?? kept;
	return (
		<>
			<title>{`${t("plan.title")} – ${group.name}`}</title>
			<GroupCrumbs place={group.place} group={group} last={t("plan.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("plan.title")} above={group.name} lead={t("plan.deadline", { days: group.invitationDays })} />
			<Form>
				<MeetingFields
					at={at}
					values={{
						title: typedText(typed, "title"),
						format: typedText(typed, "format", "meeting"),
						startsAt: typedText(typed, "startsAt"),
						endsAt: typedText(typed, "endsAt"),
						place: typedText(typed, "place"),
						onlineUrl: typedText(typed, "onlineUrl"),
						dotsEach: typedText(typed, "dotsEach"),
						isPublic: typedTick(typed, "isPublic", true),
					}}
				/>
				<Button>{t("plan.save")}</Button>
			</Form>
		</>
	);
}
