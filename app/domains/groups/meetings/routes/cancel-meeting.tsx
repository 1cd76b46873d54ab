import { Button, ButtonRow, LinkButton } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { formMessages } from "../../form-messages";
import { managedMeeting } from "../../queries/managed-groups.server";
import { GroupCrumbs, managedPath } from "../../ui/group-crumbs";
import { typedText } from "../../ui/typed";
import { cancelMeeting } from "../commands/change-meeting.server";
import { cancelForm } from "../forms";
import { meetingRefusalMessages } from "../refusal-messages";
import type { Route } from "./+types/cancel-meeting";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { id, title, place, group } = await managedMeeting(world, { ...params, meeting: givenId(params.meeting) });
	return { id, title, place, group };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id } = await managedMeeting(world, { ...params, meeting: givenId(params.meeting) });
	const form = await readForm(request, cancelForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await cancelMeeting(world, { meetingId: id, reason: form.value.reason });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${managedPath(params.place, params.group)}/sitzungen/${id}`);
});

/** Asks once, and for the reason, before a meeting is cancelled. */
export default function CancelMeeting({ loaderData: meeting, actionData }: Route.ComponentProps) {
	const t = useText(formMessages);
	const { errors, at } = useProblems(meetingRefusalMessages, actionData?.refusals);
	return (
		<>
			<title>{`${t("plan.cancel")} – ${meeting.title}`}</title>
			<GroupCrumbs place={meeting.place} group={meeting.group} meeting={meeting} last={t("plan.cancel")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("plan.cancelQuestion")} above={meeting.title} lead={t("plan.cancelText")} />
			<Form>
				<TextField
					name="reason"
					label={t("plan.cancelReason")}
					hint={t("plan.cancelHint")}
					maxLength={500}
					value={typedText(actionData?.typed, "reason")}
					error={at("reason")}
				/>
				<ButtonRow>
					<Button look="danger">{t("plan.cancel")}</Button>
					<LinkButton
						look="secondary"
						href={`${managedPath(meeting.place.slug, meeting.group.slug)}/sitzungen/${meeting.id}`}
					>
						{t("plan.keep")}
					</LinkButton>
				</ButtonRow>
			</Form>
		</>
	);
}
