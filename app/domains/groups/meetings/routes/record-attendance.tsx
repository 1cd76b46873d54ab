import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { Disclosure } from "~/design/disclosure";
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
import { messages } from "../../messages";
import { parseTimeOn } from "../../moment.server";
import { managedMeeting } from "../../queries/managed-groups.server";
import { GroupCrumbs, managedPath } from "../../ui/group-crumbs";
import { typedText } from "../../ui/typed";
import { recordAttendance } from "../commands/meetings.server";
import { attendanceForm } from "../forms";
import { meetingRefusalMessages } from "../refusal-messages";
import type { Route } from "./+types/record-attendance";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { id, title, place, group, seats } = await managedMeeting(world, {
		...params,
		meeting: givenId(params.meeting),
	});
	return { id, title, place, group, seats };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const meeting = await managedMeeting(world, { ...params, meeting: givenId(params.meeting) });
	const ids = meeting.seats.map(({ id }) => id);
	const form = await readForm(request, attendanceForm(ids));
	if (!form.valid) return again(form.typed, form.refusals);
	const { value } = form;
	const moment = (time: string | undefined) => (time ? parseTimeOn(meeting.startsAt, time) : null);
	const presences = ids.flatMap((membershipId) => {
		const attendance = value[`seat-${membershipId}`];
		if (!attendance || attendance === "absent") return [];
		return [
			{
				membershipId,
				substituteId: attendance === "present" ? null : attendance,
				arrivedAt: moment(value[`from-${membershipId}`]),
				leftAt: moment(value[`until-${membershipId}`]),
			},
		];
	});
	const outcome = await recordAttendance(world, { meetingId: meeting.id, presences });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${managedPath(params.place, params.group)}/sitzungen/${meeting.id}#anwesenheit`);
});

/** Who was at a meeting, seat by seat. */
export default function RecordAttendance({ loaderData: meeting, actionData }: Route.ComponentProps) {
	const t = useText(formMessages);
	const words = useText(messages);
	const { errors, at } = useProblems(meetingRefusalMessages, actionData?.refusals);
	const typed = actionData?.typed;
	return (
		<>
			<title>{`${t("attendance.title")} – ${meeting.title}`}</title>
			<GroupCrumbs place={meeting.place} group={meeting.group} meeting={meeting} last={t("attendance.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("attendance.title")} above={meeting.title} lead={t("attendance.lead")} />
			<Form>
				{meeting.seats.map((seat) => (
					<RadioGroup
						key={seat.id}
						name={`seat-${seat.id}`}
						label={`${seat.name}, ${words(`benches.${seat.bench}`)}`}
						value={typedText(typed, `seat-${seat.id}`, seat.attendance)}
						error={at(`seat-${seat.id}`)}
						choices={[
							{ value: "present", label: t("attendance.present") },
							...seat.substitutes.map(({ id, name }) => ({ value: id, label: t("attendance.by", { name }) })),
							{ value: "absent", label: t("attendance.absent") },
						]}
						horizontal
					/>
				))}
				<Disclosure summary={t("attendance.timesFor")} open={errors.length > 0}>
					<p>{t("attendance.times")}</p>
					{meeting.seats.flatMap((seat) =>
						(["from", "until"] as const).map((end) => (
							<TextField
								key={`${end}-${seat.id}`}
								name={`${end}-${seat.id}`}
								label={t(`attendance.${end}`, { name: seat.name })}
								width="short"
								value={typedText(typed, `${end}-${seat.id}`, seat[end])}
								error={at(`${end}-${seat.id}`)}
								optional
							/>
						)),
					)}
				</Disclosure>
				<Button>{t("attendance.save")}</Button>
			</Form>
		</>
	);
}
