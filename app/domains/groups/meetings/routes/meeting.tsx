import { Badge } from "~/design/badge";
import { Breadcrumb } from "~/design/breadcrumb";
import { ButtonRow, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
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
import { managedPath } from "../../ui/group-crumbs";
import { meetingPage } from "../queries/meeting-page.server";
import type { Route } from "./+types/meeting";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	meetingPage(world, { ...params, meeting: givenId(params.meeting) }),
);

type Loaded = Route.ComponentProps["loaderData"];

/** One meeting: when, where, agenda with what was decided, who was there. */
export default function Meeting({ loaderData: meeting }: Route.ComponentProps) {
	const t = useText(messages);
	const { place, group } = meeting;
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
						<Badge tone={meeting.state === "held" ? "success" : "info"}>{t(`meetingStates.${meeting.state}`)}</Badge>
						<Badge>{t(meeting.isPublic ? "public" : "closed")}</Badge>
					</>
				}
			>
				{meeting.may.run && (
					<ButtonRow>
						<LinkButton look="secondary" href={`${managedPath(place.slug, group.slug)}/sitzungen/${meeting.id}`}>
							{t("meeting.manage")}
						</LinkButton>
					</ButtonRow>
				)}
			</PageTitle>
			<SummaryList
				rows={[
					{ term: t("meeting.when"), value: <LocalDateTime value={meeting.startsAt} /> },
					{ term: t("meeting.where"), value: meeting.where },
				]}
			/>
			<Section id="tagesordnung" title={t("meeting.agenda")}>
				{meeting.agenda.length === 0 && meeting.closedItems === 0 && <p>{t("meeting.noAgenda")}</p>}
				<Agenda agenda={meeting.agenda} />
				{meeting.closedItems > 0 && <p>{t("meeting.closedItems", { count: meeting.closedItems })}</p>}
			</Section>
			{meeting.state === "held" && <Attendance attendance={meeting.attendance} />}
		</>
	);
}

function Agenda({ agenda }: { agenda: Loaded["agenda"] }) {
	const t = useText(messages);
	if (agenda.length === 0) return null;
	return (
		<ul>
			{agenda.map((item) => (
				<li key={item.id}>
					{t("meeting.item", { number: String(item.position) })}: {item.title}
					{!item.isPublic && ` (${t("closed")})`}
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
				</li>
			))}
		</ul>
	);
}

function Attendance({ attendance }: { attendance: Loaded["attendance"] }) {
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
						cell: ({ present, represented, substitute, arrivedAt, leftAt }) =>
							[
								!present
									? t("meeting.absent")
									: substitute
										? t("meeting.representedBy", { name: substitute })
										: t(represented ? "meeting.represented" : "meeting.present"),
								...(arrivedAt ? [t("meeting.from", { time: time(arrivedAt) })] : []),
								...(leftAt ? [t("meeting.until", { time: time(leftAt) })] : []),
							].join(", "),
					},
				]}
			/>
		</Section>
	);
}
