import { Alert } from "~/design/alert";
import { Badge, type BadgeTone } from "~/design/badge";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { SummaryList } from "~/design/summary-list";
import { LocalDateTime } from "~/design/time";
import { conduct } from "~/platform/http/conduct.server";
import { givenId } from "~/platform/http/given-id.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { formMessages } from "../../form-messages";
import { messages } from "../../messages";
import { ManageLinks } from "../../minutes/ui/minutes-link";
import { managedMeeting } from "../../queries/managed-groups.server";
import { GroupCrumbs, managedPath } from "../../ui/group-crumbs";
import { agendaMessages } from "../agenda/messages";
import type { Route } from "./+types/manage-meeting";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	...(await managedMeeting(world, { ...params, meeting: givenId(params.meeting) })),
	refused: new URL(request.url).searchParams.has("ging-nicht"),
}));

type Loaded = Route.ComponentProps["loaderData"];

/** A meeting for those who run its group: agenda, invitation, attendance, votes. */
export default function ManageMeeting({ loaderData: meeting }: Route.ComponentProps) {
	const t = useText(formMessages);
	const words = useText(messages);
	const { place, group } = meeting;
	const here = pathOf(meeting);
	const own = `/o/${place.slug}/arbeitskreise/${group.slug}/sitzungen/${meeting.id}`;
	const circular = meeting.format === "circular";
	return (
		<>
			<title>{`${meeting.title} – ${group.name}`}</title>
			<GroupCrumbs place={place} group={group} meeting={meeting} />
			{meeting.refused && <Alert tone="danger" title={t("meeting.refused")} live />}
			<PageTitle
				title={meeting.title}
				above={group.name}
				state={
					<>
						<Badge tone={stateTone(meeting.state)}>{words(`meetingStates.${meeting.state}`)}</Badge>
						<Badge>{words(`formats.${meeting.format}`)}</Badge>
					</>
				}
			>
				<ButtonRow>
					{circular || meeting.state === "cancelled" || meeting.state === "held" ? null : (
						<LinkButton href={`${here}/leiten`}>{t("meeting.run")}</LinkButton>
					)}
					{circular && meeting.state !== "planned" && (
						<LinkButton href={`${here}/umlauf`}>{t("meeting.circularWritten")}</LinkButton>
					)}
					{meeting.format === "workshop" && (
						<LinkButton look="secondary" href={`${own}/tische`}>
							{t("meeting.tables")}
						</LinkButton>
					)}
					{(meeting.state === "planned" || meeting.state === "invited") && (
						<>
							<LinkButton look="secondary" href={`${here}/aendern`}>
								{t("plan.change")}
							</LinkButton>
							<LinkButton look="secondary" href={`${here}/absagen`}>
								{t("plan.cancel")}
							</LinkButton>
						</>
					)}
					<LinkButton look="secondary" href={own}>
						{t("group.see")}
					</LinkButton>
					<ManageLinks here={pathOf(meeting)} held={meeting.state === "held"} />
				</ButtonRow>
			</PageTitle>
			<SummaryList
				rows={[
					...(circular ? [] : [{ term: words("meeting.when"), value: <LocalDateTime value={meeting.startsAt} /> }]),
					...(circular && meeting.endsAt
						? [{ term: words("meeting.untilWhen"), value: <LocalDateTime value={meeting.endsAt} /> }]
						: []),
					...(meeting.where ? [{ term: words("meeting.where"), value: meeting.where }] : []),
					...(meeting.cancelReason ? [{ term: words("meeting.reason"), value: meeting.cancelReason }] : []),
				]}
			/>
			<Agenda meeting={meeting} />
			<Invitation meeting={meeting} />
			{!circular && meeting.state !== "cancelled" && <Attendance meeting={meeting} />}
		</>
	);
}

function stateTone(state: Loaded["state"]): BadgeTone {
	return state === "held" ? "success" : state === "cancelled" ? "warning" : "info";
}

function pathOf({ place, group, id }: Loaded): string {
	return `${managedPath(place.slug, group.slug)}/sitzungen/${id}`;
}

function Agenda({ meeting }: { meeting: Loaded }) {
	const t = useText(formMessages);
	const agenda = useText(agendaMessages);
	const words = useText(messages);
	const here = pathOf(meeting);
	const votes = `${managedPath(meeting.place.slug, meeting.group.slug)}/empfehlungen`;
	const circular = meeting.format === "circular";
	const begun = meeting.state === "held" || meeting.state === "running";
	const mayAdd = meeting.state !== "held" && meeting.state !== "cancelled" && !(circular && begun);
	return (
		<Section
			id="tagesordnung"
			title={t("meeting.agenda")}
			aside={
				mayAdd && (
					<LinkButton small href={`${here}/tagesordnung`}>
						{t("meeting.add")}
					</LinkButton>
				)
			}
		>
			<DataTable
				caption={t("meeting.agenda")}
				captionHidden
				rows={meeting.agenda}
				rowKey={({ id }) => id}
				empty={<p>{t("meeting.empty")}</p>}
				columns={[
					{ key: "number", header: t("meeting.number"), cell: ({ position }) => position },
					{
						key: "item",
						header: t("meeting.item"),
						rowHeader: true,
						cell: ({ title, isPublic, carried, outcome, proposal }) => (
							<>
								{isPublic ? title : `${title} (${words("closed")})`}
								{carried && ` (${words("meeting.carried")})`}
								{outcome === "postponed" && ` (${words("meeting.postponed")})`}
								{proposal && (
									<>
										<br />
										{t("meeting.proposal")}: {proposal}
									</>
								)}
							</>
						),
					},
					...(meeting.mayMove && meeting.agenda.length > 1
						? [
								{
									key: "order",
									header: agenda("order"),
									cell: (item: Loaded["agenda"][number]) => <Order meeting={meeting} item={item} />,
								},
							]
						: []),
					{ key: "about", header: t("meeting.about"), cell: ({ subject }) => subject ?? "–" },
					{
						key: "vote",
						header: t("meeting.open"),
						cell: ({ id, title, recommendation }) =>
							recommendation ? (
								<a href={`${votes}/${recommendation}`}>{t("meeting.toVote")}</a>
							) : meeting.begun && !circular ? (
								<a href={`${here}/abstimmung/${id}`} aria-label={t("meeting.startVoteLabel", { title })}>
									{t("meeting.startVote")}
								</a>
							) : (
								"–"
							),
					},
				]}
			/>
			{meeting.motions.length > 0 && (
				<Section id="antraege" level={3} title={agenda("waiting")}>
					<ul>
						{meeting.motions.map(({ id, title, name }) => (
							<li key={id}>
								{title} {agenda("by", { name })}:{" "}
								<a href={`${here}/antraege/${id}`} aria-label={agenda("decideLabel", { title })}>
									{agenda("decide")}
								</a>
							</li>
						))}
					</ul>
				</Section>
			)}
		</Section>
	);
}

/** An item goes up or down by one, by a form each; the first not up, the last not down. */
function Order({ meeting, item }: { meeting: Loaded; item: Loaded["agenda"][number] }) {
	const t = useText(agendaMessages);
	const action = `${pathOf(meeting)}/tagesordnung/${item.id}/verschieben`;
	const isFirst = meeting.agenda[0]?.id === item.id;
	const isLast = meeting.agenda.at(-1)?.id === item.id;
	return (
		<>
			{!isFirst && (
				<Form action={action} hidden={{ direction: "up" }} inline>
					<Button look="tertiary" small label={t("upLabel", { title: item.title })}>
						{t("up")}
					</Button>
				</Form>
			)}
			{!isLast && (
				<Form action={action} hidden={{ direction: "down" }} inline>
					<Button look="tertiary" small label={t("downLabel", { title: item.title })}>
						{t("down")}
					</Button>
				</Form>
			)}
		</>
	);
}

function Invitation({ meeting }: { meeting: Loaded }) {
	const t = useText(formMessages);
	const { date } = useFormat();
	const circular = meeting.format === "circular";
	const over = meeting.begun && !circular;
	if (meeting.state === "cancelled" || (over && meeting.invited === 0)) return null;
	return (
		<Section id="einladung" title={t("meeting.invite")}>
			{!circular && meeting.state === "planned" && (
				<p>
					{t(meeting.inviteLate ? "meeting.inviteLate" : "meeting.inviteUntil", { date: date(meeting.inviteUntil) })}
				</p>
			)}
			{meeting.state !== "planned" ? (
				<>
					<p>{t("meeting.invited")}</p>
					<LinkButton look="secondary" href={`${pathOf(meeting)}/rueckmeldungen`}>
						{t("meeting.replies")}
					</LinkButton>
				</>
			) : meeting.agenda.length === 0 ? (
				<p>{t("meeting.inviteFirst")}</p>
			) : (
				<>
					<p>{t("meeting.inviteText")}</p>
					<Form action={`${pathOf(meeting)}/einladen`} inline>
						<Button>{t("meeting.inviteNow")}</Button>
					</Form>
				</>
			)}
		</Section>
	);
}

function Attendance({ meeting }: { meeting: Loaded }) {
	const t = useText(formMessages);
	const words = useText(messages);
	return (
		<Section id="anwesenheit" title={t("meeting.attendance")}>
			{meeting.state === "held" && (
				<ul>
					{meeting.seats.map((seat) => (
						<li key={seat.id}>
							{seat.name}, {words(`benches.${seat.bench}`)}: {attendanceWords(seat, t)}
						</li>
					))}
				</ul>
			)}
			{!meeting.begun ? (
				<p>{t("meeting.attendanceLater")}</p>
			) : meeting.state === "running" || meeting.live ? (
				<p>{t("meeting.runText")}</p>
			) : meeting.frozen ? (
				<p>{t("meeting.attendanceFrozen")}</p>
			) : (
				<LinkButton href={`${pathOf(meeting)}/anwesenheit`}>{t("meeting.record")}</LinkButton>
			)}
		</Section>
	);
}

function attendanceWords(seat: Loaded["seats"][number], t: ReturnType<typeof useText<typeof formMessages>>): string {
	if (seat.attendance === "absent") return t("attendance.absent");
	const substitute = seat.substitutes.find(({ id }) => id === seat.attendance);
	return substitute ? t("attendance.by", { name: substitute.name }) : t("attendance.present");
}
