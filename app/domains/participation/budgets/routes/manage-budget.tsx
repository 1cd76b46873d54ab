import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
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
import { managedPath } from "../addresses";
import { messages } from "../messages";
import { managedBudget } from "../queries/managed.server";
import { staffMessages } from "../staff-messages";
import { feasibilityTone } from "../ui/feasibility-tone";
import { BallotWords, RuleWords } from "../ui/rule-words";
import type { Route } from "./+types/manage-budget";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	managedBudget(world, params),
);

export default function ManageBudget({ loaderData: budget, params }: Route.ComponentProps) {
	const t = useText(messages);
	const staff = useText(staffMessages);
	const b = useText(ballotMessages);
	const s = useText(ballotStaffMessages);
	const { money, dateLong } = useFormat();
	const { may, counting } = budget;
	const here = managedPath(params);
	const act: Column<(typeof budget.projects)[number]> = {
		key: "act",
		header: staff("managed.act"),
		cell: ({ number, title, mayCheck }) => (
			<>
				{mayCheck && (
					<a href={`${here}/vorhaben/${number}/pruefung`}>
						{staff("managed.doCheck")}
						<span className="kern-sr-only">: {title}</span>
					</a>
				)}{" "}
				{may.change && (
					<a href={`${here}/vorhaben/${number}`}>
						{staff("managed.change")}
						<span className="kern-sr-only">: {title}</span>
					</a>
				)}
			</>
		),
	};
	return (
		<>
			<title>{`${budget.title} – ${staff("managed.list")}`}</title>
			<ManagedBoxCrumbs box={budget} list={staff("managed.list")} />
			<PageTitle
				title={budget.title}
				above={budget.process.title}
				lead={staff("managed.lead")}
				state={<BoxStateBadge state={budget.state} />}
			>
				<VotingWords box={budget} />
				<ButtonRow>
					<LinkButton look="secondary" href={budget.path}>
						{staff("managed.see")}
					</LinkButton>
					{budget.state === "counted" && (
						<LinkButton look="secondary" href={`${budget.path}/ergebnis`}>
							{b("voting.result")}
						</LinkButton>
					)}
				</ButtonRow>
			</PageTitle>
			{budget.frozenAt && (
				<Alert tone="success" title={s("freeze.since", { date: dateLong(budget.frozenAt) })}>
					<p>{s("freeze.voted", { count: budget.voted })}</p>
					{counting && !counting.finishedAt && <p>{staff("managed.counting", { step: String(counting.step) })}</p>}
				</Alert>
			)}
			<Section id="einstellungen" title={staff("managed.settings")}>
				<SummaryList
					rows={[
						{
							term: staff("managed.amount"),
							value: budget.amountCents > 0n ? money(budget.amountCents) : staff("managed.noAmount"),
						},
						{ term: staff("managed.ballot"), value: <BallotWords budget={budget} /> },
						{ term: staff("managed.method"), value: <RuleWords budget={budget} hasGroups={false} /> },
					]}
				/>
				{may.change && (
					<LinkButton look="secondary" href={`${here}/einstellungen`}>
						{staff("managed.edit")}
					</LinkButton>
				)}
			</Section>
			<Section id="vorhaben" title={staff("managed.projects")}>
				<DataTable
					caption={staff("managed.projects")}
					captionHidden
					rows={budget.projects}
					rowKey={({ id }) => id}
					empty={
						<EmptyState title={staff("managed.noProjects")} level={3}>
							<p>{staff("managed.noProjectsHint")}</p>
						</EmptyState>
					}
					columns={[
						{ key: "number", header: staff("managed.number"), cell: ({ number }) => number },
						{ key: "title", header: staff("managed.project"), rowHeader: true, cell: ({ title }) => title },
						{
							key: "cost",
							header: staff("managed.cost"),
							numeric: true,
							cell: ({ costCents }) => (costCents === null ? t("page.noCost") : money(costCents)),
						},
						{
							key: "check",
							header: staff("managed.check"),
							cell: ({ feasibility }) => (
								<Badge tone={feasibilityTone[feasibility]}>{t(`feasibility.${feasibility}`)}</Badge>
							),
						},
						{ key: "post", header: staff("managed.post"), cell: ({ post }) => post ?? "–" },
						...(budget.projects.some(({ mayCheck }) => mayCheck) || may.change ? [act] : []),
					]}
				/>
				{may.change && (
					<ButtonRow>
						<LinkButton look="secondary" href={`${here}/vorhaben/neu`}>
							{staff("managed.addProject")}
						</LinkButton>
						<LinkButton look="secondary" href={`${here}/beitraege`}>
							{staff("managed.takeUp")}
						</LinkButton>
					</ButtonRow>
				)}
			</Section>
			<BoxDesk box={budget} letters={budget.letters} mayManage={may.manage} />
			{may.change && (
				<Section id="festlegen" title={s("freeze.title")} intro={s("freeze.hint")}>
					{budget.missing.length > 0 && (
						<Alert tone="warning" title={s("freeze.missing")} level={3}>
							<ul>
								{budget.missing.map((code) => (
									<li key={code}>{staff(`managed.missingCodes.${code}`)}</li>
								))}
							</ul>
						</Alert>
					)}
					{budget.missing.every((code) => code === "no-voting-phase") && (
						<LinkButton href={`${here}/festlegen`}>{s("freeze.go")}</LinkButton>
					)}
				</Section>
			)}
		</>
	);
}
