import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { Breadcrumb } from "~/design/breadcrumb";
import { ButtonRow, LinkButton } from "~/design/button";
import { Columns, Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { PhaseTimeline } from "~/design/phase-timeline";
import { Stat, StatRow } from "~/design/stat";
import { Period } from "~/design/time";
import { houseAddress } from "~/platform/address.server";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { CoverageMeter, outcomeMessages, outcomePath } from "../../answers/index";
import { coverage } from "../../answers/index.server";
import { filterIn } from "../../contributions/list-filter";
import { listContributions } from "../../contributions/queries/contribution-list.server";
import { ContributionList } from "../../contributions/ui/contribution-list";
import { FiguresAndData } from "../../evaluation/index";
import { isAnyResultTold, ProcessParts } from "../../parts";
import { loadParts } from "../../parts.server";
import { messages } from "../messages";
import { type ProcessPage, processPage } from "../queries/process-page.server";
import { DecisionFrame } from "../ui/decision-frame";
import { PartWithoutInternet } from "../ui/part-without-internet";
import { stateTone } from "../ui/state-tone";
import type { Route } from "./+types/process";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const query = new URL(request.url).searchParams;
	const process = await processPage(world, { ...params, preview: query.get("vorschau") });
	const filter = filterIn(query);
	const [list, answered, parts] = await Promise.all([
		listContributions(world, process.id, filter),
		// a draft that is read by its preview link has no contributions yet
		process.isPreview ? null : coverage(world, process.id),
		loadParts(world, process),
	]);
	return {
		process,
		filter,
		list,
		answered,
		parts,
		shortUrl: houseAddress(`/v/${process.code}`),
	};
});

const timelineStates = { over: "done", now: "now", later: "next" } as const;

export default function Process({ loaderData, params }: Route.ComponentProps) {
	const { process, filter, list, answered, parts, shortUrl } = loaderData;
	const t = useText(messages);
	const outcome = useText(outcomeMessages);
	const path = `/o/${params.place}/beteiligung/${params.process}`;
	return (
		<>
			<title>{`${process.title} – ${process.place.name}`}</title>
			<meta name="description" content={process.summary} />
			<Breadcrumb
				entries={[
					{ label: process.place.name, href: `/o/${params.place}` },
					{ label: t("overview.title"), href: `/o/${params.place}/beteiligung` },
					{ label: process.title },
				]}
			/>
			{process.isPreview && (
				<Alert tone="warning" title={t("page.preview")}>
					<p>{t("page.previewText")}</p>
				</Alert>
			)}
			<PageTitle
				title={process.title}
				above={process.place.name}
				state={<Badge tone={stateTone[process.state]}>{t(`states.${process.state}`)}</Badge>}
			>
				<Contribute process={process} path={path} />
			</PageTitle>
			<Columns
				asideLabel={t("page.phases")}
				aside={
					<>
						<Section id="ablauf" title={t("page.phases")}>
							<PhaseTimeline
								phases={process.phases.map((phase) => ({
									title: phase.title,
									period: <Period from={phase.firstDay} until={phase.lastDay} />,
									state: timelineStates[phase.when],
								}))}
							/>
						</Section>
						{(process.collects || list.numbers.contributions > 0) && (
							<Section id="zahlen" title={t("page.numbers")}>
								<StatRow>
									<Stat
										label={t("page.contributionLabel")}
										value={list.numbers.contributions}
										note={
											list.numbers.offline > 0 ? t("page.offlineCount", { count: list.numbers.offline }) : undefined
										}
									/>
									<Stat label={t("page.supportLabel")} value={list.numbers.supports} />
								</StatRow>
								{answered && <CoverageMeter coverage={answered} />}
							</Section>
						)}
						{((answered && answered.published > 0) || isAnyResultTold(parts)) && (
							<p>
								<a href={outcomePath(params.place, params.process)}>{outcome("table.link")}</a>
							</p>
						)}
						{process.state !== "archived" && <PartWithoutInternet process={process} shortUrl={shortUrl} />}
					</>
				}
			>
				<DecisionFrame process={process} />
			</Columns>
			<ProcessParts parts={parts} path={path} />
			{/* remarks on a text stand beside the text */}
			{(process.collects || list.total > 0) && (
				<ContributionList
					list={list}
					filter={filter}
					path={path}
					categories={process.categories}
					open={process.contributing.open}
				/>
			)}
			{!process.isPreview && (
				<FiguresAndData path={path} evaluation={process.state === "archived" || process.may.manage} />
			)}
		</>
	);
}

/** Whether one can contribute now, and until when; otherwise since or from when. */
function Contribute({ process, path }: { process: ProcessPage; path: string }) {
	const t = useText(messages);
	const { dateLong } = useFormat();
	const { open, from, until } = process.contributing;
	// what closes at midnight is named by the day before it
	const lastDay = until && dateLong(new Date(until.getTime() - 1));
	const words =
		process.state === "archived"
			? t("page.archived")
			: open && lastDay
				? t("page.contributeUntil", { date: lastDay })
				: from
					? t("page.contributeFrom", { date: dateLong(from) })
					: lastDay
						? t("page.contributeOver", { date: lastDay })
						: null;
	return (
		<>
			{words && <p>{words}</p>}
			<ButtonRow>
				{open && <LinkButton href={`${path}/beitragen`}>{t("page.contribute")}</LinkButton>}
				{process.may.manage && (
					<LinkButton look="secondary" href={`/o/${process.place.slug}/verwaltung/beteiligung/${process.slug}`}>
						{t("managed.manage")}
					</LinkButton>
				)}
			</ButtonRow>
		</>
	);
}
