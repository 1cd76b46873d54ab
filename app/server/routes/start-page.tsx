import { LinkButton } from "~/design/button";
import { Card, CardList } from "~/design/card";
import { Flow, Section } from "~/design/layout";
import { Hero } from "~/design/page-title";
import { SearchField } from "~/design/search-field";
import { DispositionBadge, ProcessCard } from "~/domains/participation";
import { latestAnswers, listProcesses } from "~/domains/participation/index.server";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../messages";
import { readOperator } from "../operator.server";
import type { Route } from "./+types/start-page";

export const loader = conduct(async ({ world }: Route.LoaderArgs & { world: World }) => {
	const everywhere = { place: null, words: "", page: 1 };
	const [running, upcoming, answers, operator] = await Promise.all([
		listProcesses(world, { ...everywhere, state: "running" }),
		listProcesses(world, { ...everywhere, state: "upcoming" }),
		latestAnswers(world, 4),
		readOperator(world),
	]);
	return {
		now: world.now,
		running: running.processes.slice(0, 6),
		upcoming: upcoming.processes.slice(0, 3),
		answers,
		operator: operator && { phone: operator.phone, hours: operator.phoneHours, address: operator.address },
	};
});

/** "Was bewegt sich bei mir?": what one can join now, and what became of what people said. */
export default function StartPage({ loaderData }: Route.ComponentProps) {
	const t = useText(messages);
	const { dateLong } = useFormat();
	const { now, running, upcoming, answers, operator } = loaderData;
	return (
		<>
			<title>{`Gemeinwerk – ${t("start.title")}`}</title>
			<Hero title={t("start.title")} lead={t("start.lead")}>
				<SearchField action="/orte" label={t("start.place")} scope="place" />
			</Hero>
			<Section
				id="mitmachen"
				title={t("start.joinNow")}
				aside={<a href="/beteiligung">{t("start.allProcesses")}</a>}
				intro={running.length === 0 ? t("start.nothingRunning") : undefined}
			>
				{running.length > 0 && (
					<CardList>
						{running.map((process) => (
							<ProcessCard key={process.href} process={process} now={now} />
						))}
					</CardList>
				)}
			</Section>
			{answers.length > 0 && (
				<Section
					id="ergebnisse"
					title={t("start.results")}
					intro={t("start.resultsIntro")}
					aside={<a href="/werdegang">{t("start.byCode")}</a>}
				>
					<CardList>
						{answers.map((answer) => (
							<Card
								key={answer.href}
								title={answer.title}
								href={answer.href}
								above={answer.place}
								state={<DispositionBadge disposition={answer.disposition} />}
								foot={<span>{t("start.answeredOn", { date: dateLong(answer.releasedAt) })}</span>}
							>
								<p>{answer.reason}</p>
							</Card>
						))}
					</CardList>
				</Section>
			)}
			{upcoming.length > 0 && (
				<Section id="bald" title={t("start.upcoming")}>
					<CardList>
						{upcoming.map((process) => (
							<ProcessCard key={process.href} process={process} now={now} />
						))}
					</CardList>
				</Section>
			)}
			<Section id="ohne-internet" title={t("start.offline")}>
				<Flow>
					<p>{t("start.offlineText")}</p>
					{operator && (
						<div>
							<LinkButton href={`tel:${operator.phone.replace(/[^+\d]/g, "")}`} look="secondary">
								{t("start.call", { phone: operator.phone })}
							</LinkButton>
							{operator.hours && <p>{operator.hours}</p>}
						</div>
					)}
					{operator && <p>{t("start.write", { address: operator.address.replaceAll("\n", ", ") })}</p>}
				</Flow>
			</Section>
		</>
	);
}
