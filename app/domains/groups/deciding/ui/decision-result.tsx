import { DataTable } from "~/design/data-table";
import { useLocale, useText } from "~/platform/i18n";
import { answersOf, type DecisionCount } from "../../../counting/index";
import { benchKind } from "../../group";
import { messages } from "../../messages";
import type { DecisionRecord } from "../queries/decision-record.server";
import { resultMessages } from "../result-messages";
import { BenchQuorumItems, CountWords } from "./count-words";
import { answerWords } from "./decision-rule-words";
import { OptionFigures } from "./option-figures";
import { VotesTable } from "./votes-table";

type Tallies = Parameters<typeof VotesTable>[0]["tallies"];

/** What came of a vote, with every figure: turnout, votes by bench, each test of the rule. */
export function DecisionResult({ record, tallies }: { record: DecisionRecord; tallies: Tallies }) {
	const t = useText(resultMessages);
	const { mode, count } = record;
	if (!count) return mode === "hands" ? <VotesAndWords tallies={tallies} count={null} /> : <CountWords count={null} />;
	const { cast, electorate } = count.turnout;
	return (
		<>
			{mode !== "hands" && (
				<p>
					{t("figures.mode", { mode: t(`modes.${mode}`) })}{" "}
					{t("figures.cast", { cast: String(cast), electorate: String(electorate) })}
				</p>
			)}
			{cast === 0 && mode !== "hands" && <p>{t("figures.nobody")}</p>}
			<Figures record={record} count={count} tallies={tallies} />
		</>
	);
}

function Figures({ record, count, tallies }: { record: DecisionRecord; count: DecisionCount; tallies: Tallies }) {
	const t = useText(resultMessages);
	if (count.method === "majority") {
		if (record.mode === "hands") return <VotesAndWords tallies={tallies} count={count.count} />;
		const byBench = count.byBench.map(({ bench, ...figures }) => ({ ...figures, bench: benchKind(bench) }));
		return (
			<>
				{byBench.length > 0 ? (
					<VotesTable tallies={byBench} />
				) : (
					<Answers answers={count.count.votes} rule={record.rule} />
				)}
				<CountWords count={{ ...count.count, benchQuorums: count.benchQuorums }} />
				{byBench.length === 0 && count.turnout.cast > 0 && <p>{t("figures.smallBenches")}</p>}
			</>
		);
	}
	if (count.method === "consent" || count.method === "consensus") {
		const { answers } = count;
		return (
			<>
				<Answers answers={answers} rule={record.rule} byBench={count.byBench} />
				<ul>
					<QuorumItem count={count} />
					<BenchQuorumItems tests={count.benchQuorums} />
					{count.method === "consent" && count.answers.objection > 0 && (
						<li>{t("figures.blocked", { count: count.answers.objection })}</li>
					)}
					{count.method === "consensus" && (
						<li>{t("figures.vetoes", { count: count.answers.veto, from: String(count.blocksFrom) })}</li>
					)}
					{count.method === "consensus" && count.asideAtMost !== null && (
						<li>{t("figures.aside", { count: count.answers.aside, most: String(count.asideAtMost) })}</li>
					)}
				</ul>
			</>
		);
	}
	return (
		<>
			<OptionFigures count={count} options={record.options} />
			{(count.quorum || count.benchQuorums.length > 0) && (
				<ul>
					<QuorumItem count={count} />
					<BenchQuorumItems tests={count.benchQuorums} />
				</ul>
			)}
		</>
	);
}

function VotesAndWords({ tallies, count }: { tallies: Tallies; count: Parameters<typeof CountWords>[0]["count"] }) {
	return (
		<>
			<VotesTable tallies={tallies} />
			<CountWords count={count} />
		</>
	);
}

function QuorumItem({ count: { quorum } }: { count: DecisionCount }) {
	const t = useText(messages);
	if (!quorum) return null;
	const figures = { reached: String(quorum.reached), needed: String(quorum.needed) };
	return <li>{t(quorum.met ? "recommendation.quorumMet" : "recommendation.quorumUnmet", figures)}</li>;
}

/** How often each answer was given, together and, where it is known, by bench. */
function Answers({
	answers,
	rule,
	byBench = [],
}: {
	answers: Readonly<Record<string, number>>;
	rule: DecisionRecord["rule"];
	byBench?: readonly { bench: string; answers: Readonly<Record<string, number>> }[];
}) {
	const t = useText(resultMessages);
	const words = useText(messages);
	const locale = useLocale();
	return (
		<DataTable
			caption={byBench.length > 0 ? t("figures.caption") : t("figures.answers")}
			rows={answersOf(rule)}
			rowKey={(answer) => answer}
			columns={[
				{
					key: "answer",
					header: t("figures.answer"),
					rowHeader: true,
					cell: (answer: string) => answerWords(locale, answer),
				},
				...byBench.map((line) => ({
					key: line.bench,
					header: words(`benches.${benchKind(line.bench)}`),
					numeric: true,
					cell: (answer: string) => line.answers[answer] ?? 0,
				})),
				{ key: "total", header: t("figures.total"), numeric: true, cell: (answer: string) => answers[answer] ?? 0 },
			]}
		/>
	);
}
