import { Alert } from "~/design/alert";
import { ButtonRow, LinkButton } from "~/design/button";
import { type Column, DataTable } from "~/design/data-table";
import { EmptyState } from "~/design/empty-state";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { SummaryList } from "~/design/summary-list";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages as ballotMessages } from "../../ballots/messages";
import { staffMessages as ballotStaffMessages } from "../../ballots/staff-messages";
import { ManagedBoxCrumbs } from "../../ballots/ui/box-crumbs";
import { BoxDesk } from "../../ballots/ui/box-desk";
import { BoxStateBadge, VotingWords } from "../../ballots/ui/box-words";
import { messages } from "../messages";
import { managedVote } from "../queries/managed.server";
import { staffMessages } from "../staff-messages";
import { VoteBallotWords, VoteRuleWords } from "../ui/vote-words";
import type { Route } from "./+types/manage-vote";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	managedVote(world, params),
);

export default function ManageVote({ loaderData: vote }: Route.ComponentProps) {
	const t = useText(messages);
	const s = useText(staffMessages);
	const b = useText(ballotMessages);
	const bs = useText(ballotStaffMessages);
	const { dateLong } = useFormat();
	const { may, managed } = vote;
	const act: Column<(typeof vote.options)[number]> = {
		key: "act",
		header: s("manage.act"),
		cell: ({ number, title }) => (
			<a href={`${managed}/varianten/${number}`}>
				{s("manage.change")}
				<span className="kern-sr-only">: {title}</span>
			</a>
		),
	};
	return (
		<>
			<title>{`${vote.title} – ${s("list.title")}`}</title>
			<ManagedBoxCrumbs box={vote} list={s("list.title")} />
			<PageTitle title={vote.title} above={vote.process.title} state={<BoxStateBadge state={vote.state} />}>
				<VotingWords box={vote} />
				<ButtonRow>
					<LinkButton look="secondary" href={vote.path}>
						{s("manage.see")}
					</LinkButton>
					{vote.state === "counted" && (
						<LinkButton look="secondary" href={`${vote.path}/ergebnis`}>
							{b("voting.result")}
						</LinkButton>
					)}
				</ButtonRow>
			</PageTitle>
			{vote.frozenAt && (
				<Alert tone="success" title={bs("freeze.since", { date: dateLong(vote.frozenAt) })}>
					<p>{bs("freeze.voted", { count: vote.voted })}</p>
				</Alert>
			)}
			<Section id="varianten" title={s("manage.options")}>
				<DataTable
					caption={s("manage.options")}
					captionHidden
					rows={vote.options}
					rowKey={({ number }) => String(number)}
					empty={
						<EmptyState title={s("manage.noOptions")} level={3}>
							<p>{s("manage.noOptionsHint")}</p>
						</EmptyState>
					}
					columns={[
						{
							key: "option",
							header: s("manage.option"),
							rowHeader: true,
							cell: ({ number, title }) => t("paper.number", { number: String(number), title }),
						},
						{ key: "text", header: s("manage.text"), cell: ({ text }) => text || "–" },
						...(may.change ? [act] : []),
					]}
				/>
				{may.change && (
					<LinkButton look="secondary" href={`${managed}/varianten/neu`}>
						{s("manage.addOption")}
					</LinkButton>
				)}
			</Section>
			<Section id="einstellungen" title={s("manage.settings")}>
				<SummaryList
					rows={[
						{ term: s("manage.ballot"), value: <VoteBallotWords vote={vote} /> },
						{ term: s("manage.rule"), value: <VoteRuleWords vote={vote} /> },
					]}
				/>
				{may.change && (
					<LinkButton look="secondary" href={`${managed}/einstellungen`}>
						{s("manage.edit")}
					</LinkButton>
				)}
			</Section>
			<BoxDesk box={vote} letters={vote.letters} mayManage={may.manage} />
			{may.change && (
				<Section id="festlegen" title={bs("freeze.title")} intro={bs("freeze.hint")}>
					{vote.missing.length > 0 && (
						<Alert tone="warning" title={bs("freeze.missing")} level={3}>
							<ul>
								{vote.missing.map((code) => (
									<li key={code}>{s(`manage.missing.${code}`)}</li>
								))}
							</ul>
						</Alert>
					)}
					{vote.missing.every((code) => code === "no-voting-phase") && (
						<LinkButton href={`${managed}/festlegen`}>{bs("freeze.go")}</LinkButton>
					)}
				</Section>
			)}
		</>
	);
}
