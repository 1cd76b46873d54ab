import { Alert } from "~/design/alert";
import { ButtonRow, LinkButton } from "~/design/button";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages as ballotMessages } from "../../ballots/messages";
import { BoxCrumbs } from "../../ballots/ui/box-crumbs";
import { BoxStateBadge, LotWords, ResultNote, Secrecy, VotingWords } from "../../ballots/ui/box-words";
import { managedPath } from "../addresses";
import { messages } from "../messages";
import { budgetPage } from "../queries/budget-page.server";
import { ProjectTable } from "../ui/project-table";
import { BallotWords, RuleWords } from "../ui/rule-words";
import type { Route } from "./+types/budget";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	budgetPage(world, params),
);

export default function Budget({ loaderData: budget, params }: Route.ComponentProps) {
	const t = useText(messages);
	const b = useText(ballotMessages);
	const { money, dateLong } = useFormat();
	const { frozen, counting } = budget;
	return (
		<>
			<title>{`${budget.title} – ${budget.process.title}`}</title>
			<BoxCrumbs box={budget} />
			<PageTitle
				title={budget.title}
				above={budget.process.title}
				lead={t("page.lead", { amount: money(budget.amountCents) })}
				state={<BoxStateBadge state={budget.state} />}
			>
				<VotingWords box={budget} />
				<ButtonRow>
					{budget.state === "voting" && <LinkButton href={`${budget.path}/abstimmen`}>{b("voting.vote")}</LinkButton>}
					{budget.electorate === "letter" && frozen && budget.state !== "counted" && (
						<LinkButton look="secondary" href={`${budget.path}/bogen`}>
							{b("sheet.print")}
						</LinkButton>
					)}
					{budget.state === "counted" && <LinkButton href={`${budget.path}/ergebnis`}>{b("voting.result")}</LinkButton>}
					{budget.may.manage && (
						<LinkButton look="secondary" href={managedPath(params)}>
							{t("page.manage")}
						</LinkButton>
					)}
				</ButtonRow>
			</PageTitle>
			{counting && (
				<Alert title={t("page.counting")}>
					{counting.step > 0 && <p>{t("page.countingStep", { count: counting.step })}</p>}
				</Alert>
			)}
			{budget.state === "counted" && <ResultNote note={budget.note} />}
			<Section id="vorhaben" title={t("page.projects")}>
				<ProjectTable projects={budget.projects} />
			</Section>
			<Section id="stimmzettel" title={t("page.ballot")}>
				<BallotWords budget={budget} />
			</Section>
			<Section
				id="regel"
				title={b("frozen.rule")}
				intro={frozen ? b("frozen.since", { date: dateLong(frozen.at) }) : b("frozen.notYet")}
			>
				<RuleWords budget={budget} hasGroups={budget.projects.some(({ exclusionGroup }) => exclusionGroup !== null)} />
				{frozen && <LotWords frozen={frozen} />}
			</Section>
			<Secrecy />
		</>
	);
}
