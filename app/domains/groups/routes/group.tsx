import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { Breadcrumb } from "~/design/breadcrumb";
import { ButtonRow, LinkButton } from "~/design/button";
import { Columns, Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { RichTextView } from "~/design/rich-text-view";
import { SummaryList } from "~/design/summary-list";
import { LocalDate, LocalDateTime } from "~/design/time";
import { conduct } from "~/platform/http/conduct.server";
import { useLocale, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { ruleWords } from "../charter/ui/rule-words";
import { resultOf } from "../deciding/recommendation";
import { OpenVotes } from "../deciding/ui/open-votes";
import { ResultBadge } from "../deciding/ui/result-badge";
import { DocumentsPart } from "../drafting/ui/documents-part";
import { MemberPart } from "../meetings/ui/member-part";
import { AtAGlance } from "../member/ui/at-a-glance";
import { messages } from "../messages";
import { groupPage } from "../queries/group-page.server";
import { memberTasks } from "../tasks/queries/member-tasks.server";
import { MemberTasks } from "../tasks/ui/member-tasks";
import { termMessages } from "../terms/messages";
import { managedPath } from "../ui/group-crumbs";
import type { Route } from "./+types/group";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => ({
	...(await groupPage(world, params)),
	tasks: await memberTasks(world, params),
}));

type Loaded = Route.ComponentProps["loaderData"];

/** One group: its mandate, who sits in it, when it meets, what it recommended. */
export default function Group({ loaderData: group }: Route.ComponentProps) {
	const t = useText(messages);
	const locale = useLocale();
	const { place } = group;
	const path = `/o/${place.slug}/arbeitskreise/${group.slug}`;
	return (
		<>
			<title>{`${group.name} – ${place.name}`}</title>
			<Breadcrumb
				entries={[
					{ label: place.name, href: `/o/${place.slug}` },
					{ label: t("list.title"), href: `/o/${place.slug}/arbeitskreise` },
					{ label: group.name },
				]}
			/>
			{!group.isPublic && <Alert title={t("group.internal")} />}
			<PageTitle title={group.name} above={t("kinds.group")} state={<Badge>{t(`groupStates.${group.state}`)}</Badge>}>
				<ButtonRow>
					{group.may.mine && <LinkButton href={`${path}/mein`}>{t("group.mine")}</LinkButton>}
					{group.may.run && (
						<LinkButton look="secondary" href={managedPath(place.slug, group.slug)}>
							{t("group.manage")}
						</LinkButton>
					)}
				</ButtonRow>
			</PageTitle>
			{group.glance && <AtAGlance glance={group.glance} />}
			<OpenVotes votes={group.openVotes} groupHref={`/o/${place.slug}/arbeitskreise/${group.slug}`} />
			{group.calls.length > 0 && (
				<Section id="mitmachen" title={t("group.calls")}>
					<ul>
						{group.calls.map(({ code, bench, seats, state }) => (
							<li key={code}>
								<a href={`/aufruf/${code}`}>
									{t(state === "open" ? "group.callOpen" : "group.callOther", { bench: t(`benches.${bench}`), seats })}
								</a>
							</li>
						))}
					</ul>
				</Section>
			)}
			<Columns asideLabel={t("group.facts")} aside={<Facts group={group} />}>
				{group.mine && <MemberPart part={group.mine} group={`/o/${place.slug}/arbeitskreise/${group.slug}`} />}
				<MemberTasks section={group.tasks} />
				<Section id="auftrag" title={t("group.mandate")}>
					<RichTextView html={group.mandate} />
				</Section>
				<Section id="regel" title={t("group.rule")}>
					{group.rules.map(({ name, rule }) => (
						<div key={name}>
							{group.rules.length > 1 && <h3>{name || t("charter.usualRule")}</h3>}
							<ul>
								{ruleWords(locale, rule).map((sentence) => (
									<li key={sentence}>{sentence}</li>
								))}
							</ul>
						</div>
					))}
					<p>
						<a href={`${path}/auftrag`}>{t("charter.more")}</a>
					</p>
				</Section>
				<DocumentsPart texts={group.texts} head={{ place, group }} />
				<Recommendations group={group} />
				<Meetings group={group} />
				<Section id="aufgegriffen" title={t("group.taken")}>
					{group.taken.length === 0 ? (
						<p>{t("group.takenNone")}</p>
					) : (
						<ul>
							{group.taken.map((matter) => (
								<li key={matter.id}>
									{matter.kindLabel}: <a href={matter.href}>{matter.title}</a>
								</li>
							))}
						</ul>
					)}
				</Section>
				<Composition group={group} />
			</Columns>
		</>
	);
}

function Facts({ group }: { group: Loaded }) {
	const t = useText(messages);
	const words = useText(termMessages);
	const { topics, areas, parent, children } = group.relations;
	return (
		<Section id="eckdaten" title={t("group.facts")}>
			<SummaryList
				rows={[
					{ term: t("group.from"), value: <LocalDate value={group.from} /> },
					{ term: t("group.until"), value: group.lastDay ? <LocalDate value={group.lastDay} /> : t("group.open") },
					{ term: t("group.review"), value: <LocalDate value={group.reviewOn} /> },
					{ term: t("group.binding"), value: t(`charter.binding.${group.bodyKind}`) },
					...(topics.length > 0 ? [{ term: t("charter.topics"), value: topics.join(", ") }] : []),
					...(areas.length > 0 ? [{ term: t("charter.areas"), value: areas.join(", ") }] : []),
					...(parent ? [{ term: words("parent"), value: <a href={parent.href}>{parent.name}</a> }] : []),
				]}
			/>
			{children.length > 0 && (
				<>
					<h3>{words("children")}</h3>
					<ul>
						{children.map(({ name, href }) => (
							<li key={href}>
								<a href={href}>{name}</a>
							</li>
						))}
					</ul>
				</>
			)}
			<p>
				<a href={`/werdegang/group/${group.id}`}>{t("group.trace")}</a>
			</p>
			<p>
				<a href={`/o/${group.place.slug}/arbeitskreise/${group.slug}/unterlagen`}>{t("group.papers")}</a>
			</p>
		</Section>
	);
}

function Recommendations({ group }: { group: Loaded }) {
	const t = useText(messages);
	return (
		<Section id="empfehlungen" title={t("group.recommendations")}>
			{group.recommendations.length === 0 ? (
				<p>{t("group.noRecommendations")}</p>
			) : (
				<ul>
					{group.recommendations.map(({ code, title, result, publishedAt }) => (
						<li key={code}>
							<a href={`/empfehlung/${code}`}>{title}</a> <ResultBadge result={resultOf(result)} />{" "}
							{publishedAt && <LocalDate value={publishedAt} />}
						</li>
					))}
				</ul>
			)}
		</Section>
	);
}

function Meetings({ group }: { group: Loaded }) {
	const t = useText(messages);
	return (
		<Section
			id="sitzungen"
			title={t("group.meetings")}
			aside={
				group.isPublic && (
					<a href={`/o/${group.place.slug}/arbeitskreise/${group.slug}/sitzungen`}>{t("group.calendar")}</a>
				)
			}
		>
			{group.meetings.length === 0 ? (
				<p>{t("group.noMeetings")}</p>
			) : (
				<ul>
					{group.meetings.map((meeting) => (
						<li key={meeting.id}>
							<a href={`/o/${group.place.slug}/arbeitskreise/${group.slug}/sitzungen/${meeting.id}`}>{meeting.title}</a>
							, <LocalDateTime value={meeting.startsAt} />
							{meeting.place && `, ${meeting.place}`}{" "}
							<Badge tone={meeting.state === "held" ? "success" : meeting.state === "cancelled" ? "warning" : "info"}>
								{t(`meetingStates.${meeting.state}`)}
							</Badge>
						</li>
					))}
				</ul>
			)}
		</Section>
	);
}

function Composition({ group }: { group: Loaded }) {
	const t = useText(messages);
	return (
		<Section id="mitglieder" title={t("group.composition")}>
			{group.benches.map((bench) => (
				<Section key={bench.kind} id={`gruppe-${bench.kind}`} level={3} title={t(`benches.${bench.kind}`)}>
					<p>
						{t("group.seats", { count: bench.seats.length, min: String(bench.minSeats), max: String(bench.maxSeats) })}
					</p>
					{bench.seats.length === 0 ? (
						<p>{t("group.vacant")}</p>
					) : (
						<ul>
							{bench.seats.map((seat) => (
								<li key={seat.id}>
									{seat.name ?? t("group.nameless")}
									{seat.function !== "member" && `, ${t(`functions.${seat.function}`)}`}
									{seat.onBehalfOf && `, ${t("group.sentBy", { name: seat.onBehalfOf })}`}
									{seat.substitutes.length > 0 &&
										` (${t("group.substituteBy", {
											name: seat.substitutes.map((name) => name ?? t("group.nameless")).join(", "),
										})})`}
								</li>
							))}
						</ul>
					)}
				</Section>
			))}
		</Section>
	);
}
