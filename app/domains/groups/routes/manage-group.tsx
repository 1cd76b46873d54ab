import { Badge } from "~/design/badge";
import { ButtonRow, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { TaskList } from "~/design/task-list";
import { LocalDate, LocalDateTime, Period } from "~/design/time";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { callStaffMessages } from "../calls/staff-messages";
import { Gaps } from "../charter/ui/gaps";
import { resultOf } from "../deciding/recommendation";
import { ResultBadge } from "../deciding/ui/result-badge";
import { messages as draftingMessages } from "../drafting/messages";
import { formMessages } from "../form-messages";
import { guestMessages } from "../guests/messages";
import { joiningMessages } from "../joining/messages";
import { pollMessages } from "../meetings/poll/messages";
import { OpenPolls } from "../meetings/poll/ui/open-polls";
import { messages } from "../messages";
import { managedGroup } from "../queries/managed-groups.server";
import { taskMessages } from "../tasks/messages";
import { termMessages } from "../terms/messages";
import { GroupCrumbs, managedPath } from "../ui/group-crumbs";
import type { Route } from "./+types/manage-group";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	managedGroup(world, params),
);

type Loaded = Route.ComponentProps["loaderData"];

/** A group for those who run it: members, what it took up, meetings, votes. */
export default function ManageGroup({ loaderData: group }: Route.ComponentProps) {
	const t = useText(formMessages);
	const words = useText(messages);
	const callWords = useText(callStaffMessages);
	const termWords = useText(termMessages);
	const guestWords = useText(guestMessages);
	const draftingWords = useText(draftingMessages);
	const taskWords = useText(taskMessages);
	const here = managedPath(group.place.slug, group.slug);
	return (
		<>
			<title>{`${group.name} – ${t("managed.title")}`}</title>
			<GroupCrumbs place={group.place} group={group} />
			<PageTitle title={group.name} above={t("managed.title")}>
				<ButtonRow>
					<LinkButton look="secondary" href={`/o/${group.place.slug}/arbeitskreise/${group.slug}`}>
						{t("group.see")}
					</LinkButton>
				</ButtonRow>
			</PageTitle>
			<Gaps gaps={group.gaps} />
			<TaskList
				label={t("group.parts")}
				tasks={[
					{
						title: t("life.link"),
						href: `${here}/stand`,
						state: <Badge>{words(`groupStates.${group.state}`)}</Badge>,
					},
					...(group.may.fill ? [{ title: t("amend.link"), href: `${here}/auftrag` }] : []),
					...(group.may.fill ? [{ title: termWords("title"), href: `${here}/zuordnung` }] : []),
					...(group.may.fill ? [{ title: callWords("title"), href: `${here}/aufrufe` }] : []),
					{ title: guestWords("title"), href: `${here}/gaeste` },
					{ title: words("group.papers"), href: `${here.replace("/verwaltung", "")}/unterlagen` },
					{ title: draftingWords("list.title"), href: `${here.replace("/verwaltung", "")}/texte` },
					{ title: taskWords("list.title"), href: `${here.replace("/verwaltung", "")}/aufgaben` },
				]}
			/>
			<Meetings group={group} />
			<Recommendations group={group} />
			<Taken group={group} />
			<Members group={group} />
		</>
	);
}

function Members({ group }: { group: Loaded }) {
	const t = useText(formMessages);
	const join = useText(joiningMessages);
	const words = useText(messages);
	const here = managedPath(group.place.slug, group.slug);
	return (
		<Section
			id="mitglieder"
			title={t("group.members")}
			aside={
				group.may.fill && (
					<LinkButton small href={`${here}/mitglieder/neu`}>
						{t("group.addSeat")}
					</LinkButton>
				)
			}
		>
			<DataTable
				caption={t("group.members")}
				captionHidden
				rows={group.memberships}
				rowKey={({ id }) => id}
				empty={<p>{t("group.noMembers")}</p>}
				columns={[
					{ key: "person", header: t("group.person"), rowHeader: true, cell: ({ name }) => name },
					{ key: "bench", header: t("group.bench"), cell: ({ bench }) => words(`benches.${bench}`) },
					{
						key: "function",
						header: t("group.function"),
						cell: (one) =>
							one.substituteFor
								? t("group.substituteFor", { name: one.substituteFor })
								: words(`functions.${one.function}`),
					},
					{
						key: "period",
						header: t("group.period"),
						cell: ({ from, until }) => <Period from={from} until={until ?? undefined} />,
					},
					...(group.may.fill
						? [
								{
									key: "end",
									header: t("group.end"),
									cell: ({ id, name }: Loaded["memberships"][number]) => (
										<a href={`${here}/mitglieder/${id}/beenden`} aria-label={t("group.endLabel", { name })}>
											{t("group.end")}
										</a>
									),
								},
								{
									key: "letter",
									header: join("letter.title"),
									cell: ({ id, name, hasAccount }: Loaded["memberships"][number]) =>
										!hasAccount && (
											<a href={`${here}/mitglieder/${id}/brief`} aria-label={join("letter.linkLabel", { name })}>
												{join("letter.link")}
											</a>
										),
								},
							]
						: []),
				]}
			/>
		</Section>
	);
}

function Taken({ group }: { group: Loaded }) {
	const t = useText(formMessages);
	return (
		<Section
			id="aufgegriffen"
			title={t("group.taken")}
			aside={
				<LinkButton small href={`${managedPath(group.place.slug, group.slug)}/aufgreifen`}>
					{t("group.takeUp")}
				</LinkButton>
			}
		>
			<DataTable
				caption={t("group.taken")}
				captionHidden
				rows={group.taken}
				rowKey={({ id }) => id}
				empty={<p>{t("group.noTaken")}</p>}
				columns={[
					{
						key: "matter",
						header: t("group.matter"),
						rowHeader: true,
						cell: ({ kindLabel, title, href }) => (
							<a href={href}>
								{kindLabel}: {title}
							</a>
						),
					},
					{ key: "since", header: t("group.since"), cell: ({ takenUpAt }) => <LocalDate value={takenUpAt} /> },
				]}
			/>
		</Section>
	);
}

function Meetings({ group }: { group: Loaded }) {
	const t = useText(formMessages);
	const words = useText(messages);
	const polls = useText(pollMessages);
	const here = managedPath(group.place.slug, group.slug);
	return (
		<Section
			id="sitzungen"
			title={t("group.meetings")}
			aside={
				<ButtonRow>
					<LinkButton small href={`${here}/sitzungen/neu`}>
						{t("group.plan")}
					</LinkButton>
					<LinkButton small look="secondary" href={`${here}/terminabfragen/neu`}>
						{polls("list.open")}
					</LinkButton>
				</ButtonRow>
			}
		>
			<OpenPolls polls={group.polls} group={here} />
			<DataTable
				caption={t("group.meetings")}
				captionHidden
				rows={group.meetings}
				rowKey={({ id }) => id}
				empty={<p>{t("group.noMeetings")}</p>}
				columns={[
					{
						key: "meeting",
						header: t("group.meeting"),
						rowHeader: true,
						cell: ({ id, title }) => <a href={`${here}/sitzungen/${id}`}>{title}</a>,
					},
					{ key: "when", header: t("group.when"), cell: ({ startsAt }) => <LocalDateTime value={startsAt} /> },
					{
						key: "state",
						header: t("group.state"),
						cell: ({ state }) => (
							<Badge tone={state === "held" ? "success" : "info"}>{words(`meetingStates.${state}`)}</Badge>
						),
					},
				]}
			/>
		</Section>
	);
}

function Recommendations({ group }: { group: Loaded }) {
	const t = useText(formMessages);
	const words = useText(messages);
	return (
		<Section id="empfehlungen" title={t("group.recommendations")}>
			<DataTable
				caption={t("group.recommendations")}
				captionHidden
				rows={group.recommendations}
				rowKey={({ code }) => code}
				empty={<p>{t("group.noRecommendations")}</p>}
				columns={[
					{
						key: "title",
						header: t("group.title"),
						rowHeader: true,
						cell: ({ code, title }) => (
							<a href={`${managedPath(group.place.slug, group.slug)}/empfehlungen/${code}`}>{title}</a>
						),
					},
					{ key: "state", header: t("group.state"), cell: ({ state }) => words(`states.${state}`) },
					{
						key: "result",
						header: t("group.result"),
						cell: ({ result }) => (result ? <ResultBadge result={resultOf(result)} /> : "–"),
					},
				]}
			/>
		</Section>
	);
}
