import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { formMessages } from "../../form-messages";
import { managedMeeting } from "../../queries/managed-groups.server";
import { GroupCrumbs, managedPath } from "../../ui/group-crumbs";
import { typedText, typedTick } from "../../ui/typed";
import { changeMeeting } from "../commands/change-meeting.server";
import { meetingForm } from "../forms";
import { gatherings } from "../meeting";
import { readMeeting } from "../meeting-input.server";
import { meetingRefusalMessages } from "../refusal-messages";
import { MeetingFields } from "../ui/meeting-fields";
import type { Route } from "./+types/change-meeting";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { id, title, place, group, values, format } = await managedMeeting(world, {
		...params,
		meeting: givenId(params.meeting),
	});
	return { id, title, place, group, values, format };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const meeting = await managedMeeting(world, { ...params, meeting: givenId(params.meeting) });
	const form = await readForm(request, meetingForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const input = readMeeting(form.value, world.now);
	if ("refusals" in input) return again(form.typed, input.refusals);
	const outcome = await changeMeeting(world, { meetingId: meeting.id, ...input.read });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${managedPath(params.place, params.group)}/sitzungen/${meeting.id}`);
});

/** Changes when, where and how a meeting takes place. */
export default function ChangeMeeting({ loaderData: meeting, actionData }: Route.ComponentProps) {
	const t = useText(formMessages);
	const { errors, at } = useProblems(meetingRefusalMessages, actionData?.refusals);
	const typed = actionData?.typed;
	const { values } = meeting;
	return (
		<>
			<title>{`${t("plan.change")} – ${meeting.title}`}</title>
			<GroupCrumbs place={meeting.place} group={meeting.group} meeting={meeting} last={t("plan.change")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("plan.change")} above={meeting.title} lead={t("plan.changeTold")} />
			<Form>
				<MeetingFields
					at={at}
					offered={meeting.format === "circular" ? ["circular"] : gatherings}
					values={{
						title: typedText(typed, "title", values.title),
						format: typedText(typed, "format", values.format),
						startsAt: typedText(typed, "startsAt", values.startsAt),
						endsAt: typedText(typed, "endsAt", values.endsAt),
						place: typedText(typed, "place", values.place),
						onlineUrl: typedText(typed, "onlineUrl", values.onlineUrl),
						dotsEach: typedText(typed, "dotsEach", values.dotsEach),
						isPublic: typedTick(typed, "isPublic", values.isPublic),
					}}
				/>
				<Button>{t("plan.changeSave")}</Button>
			</Form>
		</>
	);
}
