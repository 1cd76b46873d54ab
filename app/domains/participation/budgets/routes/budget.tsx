import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { ButtonRow, LinkButton } from "~/design/button";
import { Disclosure } from "~/design/disclosure";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { SummaryList } from "~/design/summary-list";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { managedPath } from "../addresses";
import { messages } from "../messages";
import { budgetPage } from "../queries/budget-page.server";
import { BudgetCrumbs } from "../ui/budget-crumbs";
import { ProjectTable } from "../ui/project-table";
import { BallotWords, RuleWords, VotingWords } from "../ui/rule-words";
import { stateTone } from "../ui/state-tone";
import type { Route } from "./+types/budget";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	budgetPage(world, params),
);

export default function Budget({ loaderData: budget, params }: Route.ComponentProps) {
	const t = useText(messages);
	const { money, dateLong } = useFormat();
	const { frozen, counting } = budget;
	return (
		<>
			<title>{`${budget.title} – ${budget.process.title}`}</title>
			<BudgetCrumbs budget={budget} />
			<PageTitle
				title={budget.title}
				above={budget.process.title}
				lead={t("page.lead", { amount: money(budget.amountCents) })}
				state={<Badge tone={stateTone[budget.state]}>{t(`states.${budget.state}`)}</Badge>}
			>
				<VotingWords voting={budget.voting} />
				<ButtonRow>
					{budget.state === "voting" && <LinkButton href={`${budget.path}/abstimmen`}>{t("page.vote")}</LinkButton>}
					{budget.state === "counted" && <LinkButton href={`${budget.path}/ergebnis`}>{t("page.result")}</LinkButton>}
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
			<Section id="vorhaben" title={t("page.projects")}>
				<ProjectTable projects={budget.projects} />
			</Section>
			<Section id="stimmzettel" title={t("page.ballot")}>
				<BallotWords budget={budget} />
			</Section>
			<Section
				id="regel"
				title={t("page.rule")}
				intro={frozen ? t("page.ruleFrozen", { date: dateLong(frozen.at) }) : t("page.ruleNotFrozen")}
			>
				<RuleWords budget={budget} hasGroups={budget.projects.some(({ exclusionGroup }) => exclusionGroup !== null)} />
				{frozen && (
					<Disclosure summary={t("page.lot")}>
						<p>{t("page.lotHint")}</p>
						<ol>
							{frozen.lot.map(({ number, title }) => (
								<li key={number}>
									{number}: {title}
								</li>
							))}
						</ol>
						<SummaryList
							rows={[
								{ term: t("page.seed"), value: <code>{frozen.seed}</code> },
								{ term: t("page.hash"), value: <code>{frozen.hash}</code> },
							]}
						/>
					</Disclosure>
				)}
			</Section>
			<Section id="geheim" title={t("page.secrecy")}>
				<p>{t("page.secrecyText")}</p>
			</Section>
		</>
	);
}
