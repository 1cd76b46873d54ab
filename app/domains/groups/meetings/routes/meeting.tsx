import { Badge } from "~/design/badge";
import { Breadcrumb } from "~/design/breadcrumb";
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
import { resultOf } from "../../deciding/recommendation";
import { ResultBadge } from "../../deciding/ui/result-badge";
import { messages } from "../../messages";
import { minutesOfMeeting } from "../../minutes/queries/minutes-page.server";
import { MinutesLink } from "../../minutes/ui/minutes-link";
import { managedPath } from "../../ui/group-crumbs";
import { motionsOf } from "../agenda/queries/motions.server";
import { MotionList } from "../agenda/ui/motion-list";
import { meetingPage } from "../queries/meeting-page.server";
import { LiveStanding } from "../running/ui/live-standing";
import type { Route } from "./+types/meeting";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	withMinutes(world, { ...params, meeting: givenId(params.meeting) }),
);

async function withMinutes(world: World, at: Parameters<typeof meetingPage>[1]) {
	return {
		...(await meetingPage(world, at)),
		minutes: await minutesOfMeeting(world, at),
		motions: await motionsOf(world, at),
	};
}

type Loaded = Route.ComponentProps["loaderData"];

/** One meeting: when, where, agenda with what was decided, who was there. */
export default function Meeting({ loaderData: meeting }: Route.ComponentProps) {
	const t = useText(messages);
	const { place, group } = meeting;
	const here = `/o/${place.slug}/arbeitskreise/${group.slug}/sitzungen/${meeting.id}`;
	return (
		<>
			<title>{`${meeting.title} – ${group.name}`}</title>
			<Breadcrumb
				entries={[
					{ label: place.name, href: `/o/${place.slug}` },
					{ label: t("list.title"), href: `/o/${place.slug}/arbeitskreise` },
					{ label: group.name, href: `/o/${place.slug}/arbeitskreise/${group.slug}` },
					{ label: meeting.title },
				]}
			/>
			<PageTitle
				title={meeting.title}
				above={group.name}
				state={
					<>
						<Badge tone={meeting.state === "held" ? "success" : meeting.state === "cancelled" ? "warning" : "info"}>
							{t(`meetingStates.${meeting.state}`)}
						</Badge>
						<Badge>{t(`formats.${meeting.format}`)}</Badge>
						<Badge>{t(meeting.isPublic ? "public" : "closed")}</Badge>
					</>
				}
			>
				<ButtonRow>
					{meeting.may.answer && <LinkButton href={`${here}/schriftlich`}>{t("meeting.circular")}</LinkButton>}
					{meeting.may.readAnswers && (
						<LinkButton look="secondary" href={`${here}/schriftlich`}>
							{t("meeting.circularResult")}
						</LinkButton>
					)}
					{meeting.replyHref && <LinkButton href={meeting.replyHref}>{t("meeting.reply")}</LinkButton>}
					{meeting.may.tables && (
						<LinkButton look="secondary" href={`${here}/tische`}>
							{t("meeting.tables")}
						</LinkButton>
					)}
					{meeting.format !== "circular" && meeting.state !== "planned" && (
						<LinkButton look="secondary" href={`${here}/kalender.ics`} download>
							{t("meeting.entry")}
						</LinkButton>
					)}
					<MinutesLink minutes={meeting.minutes} />
					{meeting.may.run && (
						<LinkButton look="secondary" href={`${managedPath(place.slug, group.slug)}/sitzungen/${meeting.id}`}>
							{t("meeting.manage")}
						</LinkButton>
					)}
				</ButtonRow>
			</PageTitle>
			<SummaryList rows={factRows(meeting, t)} />
			{meeting.live && <LiveStanding standing={meeting.live} called={meeting.called} source={`${here}/stand`} />}
			<Section id="tagesordnung" title={t("meeting.agenda")}>
				{meeting.agenda.length === 0 && meeting.closedItems === 0 && <p>{t("meeting.noAgenda")}</p>}
				<Agenda agenda={meeting.agenda} here={here} />
				{meeting.closedItems > 0 && <p>{t("meeting.closedItems", { count: meeting.closedItems })}</p>}
			</Section>
			{meeting.motions && <MotionList motions={meeting.motions} here={here} />}
			{meeting.attendance.length > 0 && <Attendance attendance={meeting.attendance} guests={meeting.guests} />}
		</>
	);
}

function factRows(meeting: Loaded, t: ReturnType<typeof useText<typeof messages>>) {
	const circular = meeting.format === "circular";
	return [
		...(circular ? [] : [{ term: t("meeting.when"), value: <LocalDateTime value={meeting.startsAt} /> }]),
		...(circular && meeting.endsAt
			? [{ term: t("meeting.untilWhen"), value: <LocalDateTime value={meeting.endsAt} /> }]
			: []),
		...(meeting.where ? [{ term: t("meeting.where"), value: meeting.where }] : []),
		...(meeting.onlineUrl
			? [{ term: t("meeting.onlineAt"), value: <a href={meeting.onlineUrl}>{meeting.onlineUrl}</a> }]
			: []),
		...(meeting.cancelReason ? [{ term: t("meeting.reason"), value: meeting.cancelReason }] : []),
		...(meeting.invitedGuests.length > 0
			? [{ term: t("meeting.invitedGuests"), value: meeting.invitedGuests.join(", ") }]
			: []),
	];
}

function Agenda({ agenda, here }: { agenda: Loaded["agenda"]; here: string }) {
	const t = useText(messages);
	if (agenda.length === 0) return null;
	return (
		<ul>
			{agenda.map((item) => (
				<li key={item.id}>
					{t("meeting.item", { number: String(item.position) })}: {item.title}
					{!item.isPublic && ` (${t("closed")})`}
					{item.minutes && ` (${t("meeting.minutes", { count: String(item.minutes) })})`}
					{item.carried && ` (${t("meeting.carried")})`}
					{item.outcome === "postponed" && ` (${t("meeting.postponed")})`}
					{item.proposal && (
						<>
							<br />
							{item.proposal}
						</>
					)}
					{item.subject && (
						<>
							<br />
							<a href={item.subject.href}>
								{t("meeting.about", { kind: item.subject.kindLabel, title: item.subject.title })}
							</a>
						</>
					)}
					{item.recommendations.map(({ code, title, result }) => (
						<span key={code}>
							<br />
							{t("kinds.recommendation")}: <a href={`/empfehlung/${code}`}>{title}</a>{" "}
							<ResultBadge result={resultOf(result)} />
						</span>
					))}
					{item.guests.length > 0 && <p>{t("meeting.guestsOf", { names: item.guests.join(", ") })}</p>}
					<BiasOf item={item} here={here} />
				</li>
			))}
		</ul>
	);
}

/** Who is biased in an item: names inside, their number outside; and the member's own button. */
function BiasOf({ item, here }: { item: Loaded["agenda"][number]; here: string }) {
	const t = useText(messages);
	const said = item.bias?.declared ?? false;
	return (
		<>
			{item.biased > 0 && (
				<p>
					{item.biasedNames.length > 0
						? t("meeting.biasList", { names: item.biasedNames.join(", ") })
						: t("meeting.biasCount", { count: item.biased })}
				</p>
			)}
			{said && <p>{t("meeting.biasSaid")}</p>}
			{item.bias && (
				<Form action={`${here}/befangen/${item.id}`} hidden={{ act: said ? "withdraw" : "declare" }} inline>
					<Button
						look="tertiary"
						small
						label={t(said ? "meeting.biasBackLabel" : "meeting.biasLabel", { title: item.title })}
					>
						{t(said ? "meeting.biasBack" : "meeting.bias")}
					</Button>
				</Form>
			)}
		</>
	);
}

function Attendance({ attendance, guests }: { attendance: Loaded["attendance"]; guests: Loaded["guests"] }) {
	const t = useText(messages);
	const { time } = useFormat();
	return (
		<Section id="anwesenheit" title={t("meeting.attendance")}>
			<DataTable
				caption={t("meeting.attendance")}
				captionHidden
				rows={attendance}
				rowKey={({ id }) => id}
				columns={[
					{
						key: "person",
						header: t("meeting.person"),
						rowHeader: true,
						cell: ({ name }) => name ?? t("group.nameless"),
					},
					{ key: "bench", header: t("group.bench"), cell: ({ bench }) => t(`benches.${bench}`) },
					{
						key: "state",
						header: t("meeting.state"),
						cell: ({ spans }) =>
							spans.length === 0
								? t("meeting.absent")
								: spans
										.map(({ represented, substitute, arrivedAt, leftAt }) =>
											[
												substitute
													? t("meeting.representedBy", { name: substitute })
													: t(represented ? "meeting.represented" : "meeting.present"),
												...(arrivedAt ? [t("meeting.from", { time: time(arrivedAt) })] : []),
												...(leftAt ? [t("meeting.until", { time: time(leftAt) })] : []),
											].join(" "),
										)
										.join("; "),
					},
				]}
			/>
			{guests.length > 0 && (
				<p>
					{t("meeting.guests")}:{" "}
					{guests
						.map(({ name, reporting }) =>
							[name ?? t("group.nameless"), ...(reporting ? [`(${t("meeting.reporting")})`] : [])].join(" "),
						)
						.join(", ")}
				</p>
			)}
		</Section>
	);
}
