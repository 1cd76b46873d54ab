import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../../../messages";
import { GroupCrumbs, managedPath } from "../../../ui/group-crumbs";
import { typedText, typedTick } from "../../../ui/typed";
import { meetingRefusalMessages } from "../../refusal-messages";
import { tapForm } from "../forms";
import { runningMessages } from "../messages";
import { runningPage } from "../queries/running-page.server";
import { tapped } from "../tap.server";
import { AgendaTaps } from "../ui/agenda-taps";
import { GuestTaps } from "../ui/guest-taps";
import { LiveStanding } from "../ui/live-standing";
import { SeatTaps } from "../ui/seat-taps";
import type { Route } from "./+types/run-meeting";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	runningPage(world, { ...params, meeting: givenId(params.meeting) }),
);

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const meeting = await runningPage(world, { ...params, meeting: givenId(params.meeting) });
	const form = await readForm(request, tapForm);
	if (!form.valid) return again(form.typed, form.refusals);
	if (form.value.act === "") return again(form.typed, [{ code: "tap-missing", field: "um" }]);
	const outcome = await tapped(world, meeting, form.value);
	if (!outcome.done) return again(form.typed, outcome.refusals);
	const [act, about] = form.value.act.split(":");
	const anchor = about ? (["call", "done", "postpone", "bias", "bias-back"].includes(act ?? "") ? "top" : "sitz") : "";
	return onward(
		`${managedPath(params.place, params.group)}/sitzungen/${meeting.id}/leiten${anchor && `#${anchor}-${about}`}`,
	);
});

/** A meeting while it runs, made for a thumb: who comes and goes, who is biased, which item is called, the end. */
export default function RunMeeting({ loaderData: meeting, actionData }: Route.ComponentProps) {
	const t = useText(runningMessages);
	const words = useText(messages);
	const { dateTime } = useFormat();
	const { errors, at } = useProblems(meetingRefusalMessages, actionData?.refusals);
	const typed = actionData?.typed;
	const here = `${managedPath(meeting.place.slug, meeting.group.slug)}/sitzungen/${meeting.id}`;
	const own = `/o/${meeting.place.slug}/arbeitskreise/${meeting.group.slug}/sitzungen/${meeting.id}`;
	const running = meeting.state === "running";
	const open = meeting.agenda.filter(
		({ state, recommendation }) => (state === "open" || state === "called") && !recommendation,
	);
	return (
		<>
			<title>{`${t("title")} – ${meeting.title}`}</title>
			<GroupCrumbs place={meeting.place} group={meeting.group} meeting={meeting} last={t("title")} />
			<ErrorSummary errors={errors} />
			<PageTitle
				title={t("title")}
				above={meeting.title}
				lead={running ? t("lead") : undefined}
				state={<Badge tone="info">{words(`meetingStates.${meeting.state}`)}</Badge>}
			/>
			{(meeting.state === "planned" || meeting.state === "invited") &&
				(meeting.mayBegin ? (
					<Form hidden={{ act: "begin" }}>
						<p>{t("beginText")}</p>
						<Button>{t("begin")}</Button>
					</Form>
				) : (
					<p>{t("beginLater", { date: dateTime(meeting.startsAt) })}</p>
				))}
			{meeting.state === "held" && <Alert title={t("over")} />}
			{running && <LiveStanding standing={meeting.standing} called={meeting.called} source={`${own}/stand`} />}
			{running && (
				<>
					<Section id="anwesenheit" title={t("attendance")}>
						{meeting.promised > 0 && (
							<Form hidden={{ act: "promised" }} inline>
								<Button look="secondary">{t("promised", { count: meeting.promised })}</Button>
							</Form>
						)}
						<SeatTaps seats={meeting.seats} time={typedText(typed, "um")} error={at("um")} />
					</Section>
					<Section id="gaeste" title={t("guests")}>
						<GuestTaps
							guests={meeting.guests}
							foreseen={meeting.guestsForeseen}
							name={typedText(typed, "name")}
							reporting={typedTick(typed, "reporting", false)}
							error={at("name")}
						/>
					</Section>
					<Section id="tagesordnung" title={t("agenda")}>
						<AgendaTaps
							agenda={meeting.agenda}
							seats={meeting.seats}
							meeting={here}
							votes={managedPath(meeting.place.slug, meeting.group.slug)}
						/>
					</Section>
					<Section id="ende" title={t("end")}>
						<p>{t("endOpen", { count: open.length })}</p>
						{open.length > 0 && <p>{t("endText")}</p>}
						<Form hidden={{ act: "end" }}>
							<Button look="danger">{t("end")}</Button>
						</Form>
					</Section>
				</>
			)}
			<ButtonRow>
				{meeting.state === "held" && <LinkButton href={`${here}/protokoll`}>{t("minutes")}</LinkButton>}
				<LinkButton look="secondary" href={here}>
					{t("back")}
				</LinkButton>
			</ButtonRow>
		</>
	);
}
