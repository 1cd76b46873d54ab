import { DataTable } from "~/design/data-table";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { Stat, StatRow } from "~/design/stat";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { BoxCrumbs } from "../../ballots/ui/box-crumbs";
import { ResultNote } from "../../ballots/ui/box-words";
import { RecountWords } from "../../ballots/ui/recount-words";
import { messages } from "../messages";
import { resultPage } from "../queries/result-page.server";
import { Comparing } from "../ui/comparing";
import { CountSteps } from "../ui/count-steps";
import { reasonFor, votesIn } from "../ui/reasons";
import { RuleWords } from "../ui/rule-words";
import type { Route } from "./+types/result";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	resultPage(world, params),
);

export default function Result({ loaderData: result }: Route.ComponentProps) {
	const t = useText(messages);
	const format = useFormat();
	const { money, number: figure } = format;
	const { count, projects } = result;
	const spent = BigInt(count.spent);
	const title = (id: string) => projects.find(({ number }) => String(number) === id)?.title ?? id;
	const funded = count.funded.flatMap((id) => projects.find(({ number }) => String(number) === id) ?? []);
	const others = projects.filter(
		({ number, feasibility }) => feasibility === "feasible" && !count.funded.includes(String(number)),
	);
	const votesHead = t(result.ballot === "points" ? "result.pointsHead" : "result.votes");
	return (
		<>
			<title>{`${t("result.title")} – ${result.title}`}</title>
			<BoxCrumbs box={result} here={t("result.title")} />
			<PageTitle
				title={t("result.title")}
				above={result.title}
				lead={t("result.lead", { voters: result.voters, funded: funded.length })}
			/>
			<StatRow>
				<Stat label={t("result.voters")} value={figure(result.voters)} />
				<Stat label={t("result.spent")} value={money(spent)} />
				<Stat label={t("result.left")} value={money(result.amountCents - spent)} />
			</StatRow>
			<ResultNote note={result.note} />
			<Section id="bewilligt" title={t("result.funded")}>
				<DataTable
					caption={t("result.funded")}
					captionHidden
					rows={funded}
					rowKey={({ number }) => String(number)}
					empty={<p>{t("result.none")}</p>}
					columns={[
						{
							key: "project",
							header: t("result.project"),
							rowHeader: true,
							cell: (project) => `${project.number}. ${project.title}`,
						},
						{ key: "votes", header: votesHead, numeric: true, cell: ({ number }) => figure(votesIn(count, number)) },
						{ key: "cost", header: t("result.cost"), numeric: true, cell: ({ costCents }) => money(costCents ?? 0n) },
					]}
				/>
			</Section>
			{others.length > 0 && (
				<Section id="nicht-bewilligt" title={t("result.notFunded")}>
					<DataTable
						caption={t("result.notFunded")}
						captionHidden
						rows={others}
						rowKey={({ number }) => String(number)}
						columns={[
							{
								key: "project",
								header: t("result.project"),
								rowHeader: true,
								cell: (project) => `${project.number}. ${project.title}`,
							},
							{ key: "votes", header: votesHead, numeric: true, cell: ({ number }) => figure(votesIn(count, number)) },
							{ key: "cost", header: t("result.cost"), numeric: true, cell: ({ costCents }) => money(costCents ?? 0n) },
							{
								key: "why",
								header: t("result.why"),
								cell: ({ number }) => reasonFor(t, format, count, number, title),
							},
						]}
					/>
				</Section>
			)}
			<Section id="schritte" title={t("result.how")}>
				<RuleWords budget={result} hasGroups={projects.some(({ exclusionGroup }) => exclusionGroup !== null)} />
				<CountSteps result={result} title={title} />
				<p>{t("result.rounded")}</p>
			</Section>
			<Section id="vergleich" title={t("result.compare")} intro={t("result.compareHint")}>
				<Comparing result={result} />
			</Section>
			<RecountWords
				result={result}
				source="pb"
				files={[
					{ ending: "pb", label: ".pb (Pabulib)" },
					{ ending: "csv", label: "CSV" },
					{ ending: "json", label: "JSON" },
				]}
			/>
		</>
	);
}
