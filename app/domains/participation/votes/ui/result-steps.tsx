import { DataTable } from "~/design/data-table";
import { Disclosure } from "~/design/disclosure";
import type { VoteCount } from "~/domains/counting";
import { useFormat, useText } from "~/platform/i18n";
import { fewestPublished } from "../../ballots/ballot";
import { messages } from "../messages";

type Title = (option: string) => string;
type Of<Method> = Extract<VoteCount, { method: Method }>;

/** From how much on somebody objects so strongly that one should ask them why. */
const strongObjection = 8;

/**
 * Every step of a count, in the order in which it was taken, in plain words. Figures that would show single ballots are left out
 * where there are fewer than `fewestPublished`.
 */
export function ResultSteps({ count, title }: { count: VoteCount; title: Title }) {
	switch (count.method) {
		case "yes-no":
			return <YesNoSteps count={count} title={title} />;
		case "choose":
		case "points":
			return <SumSteps count={count} title={title} />;
		case "ranking":
			return <RankingSteps count={count} title={title} />;
		case "resistance":
			return <ResistanceSteps count={count} title={title} />;
	}
}

function YesNoSteps({ count, title }: { count: Of<"yes-no">; title: Title }) {
	const t = useText(messages);
	return (
		<ol>
			{count.options.map(({ option, yes, no, adopted }) => (
				<li key={option}>
					{t("result.stepYesNo", {
						title: title(option),
						yes,
						no,
						verdict: adopted ? "adopted" : yes === no ? "tie" : "rejected",
					})}
				</li>
			))}
		</ol>
	);
}

function SumSteps({ count, title }: { count: Of<"choose" | "points">; title: Title }) {
	const t = useText(messages);
	return (
		<ol>
			{count.options.map(({ option, sum, tiedWith }) => (
				<li key={option}>
					{t("result.stepSum", { title: title(option), sum })}{" "}
					{tiedWith.length > 0 && t("result.stepTied", { others: tiedWith.map(title).join(", ") })}
				</li>
			))}
		</ol>
	);
}

function ResistanceSteps({ count, title }: { count: Of<"resistance">; title: Title }) {
	const t = useText(messages);
	const { number } = useFormat();
	const values = Array.from({ length: count.highest + 1 }, (_, value) => value);
	return (
		<>
			<p>{t("result.resistanceStart", { voters: count.voters, most: count.voters * count.highest })}</p>
			<ol>
				{count.options.map(({ option, resistance, strongest, spread }) => {
					const objecting = spread.slice(strongObjection).reduce((sum, given) => sum + given, 0);
					return (
						<li key={option}>
							{t("result.stepResistance", { title: title(option), sum: resistance, strongest })}{" "}
							{objecting > 0 && count.voters >= fewestPublished && t("result.polarised", { count: objecting })}
						</li>
					);
				})}
			</ol>
			{count.voters >= fewestPublished && (
				<Disclosure summary={t("result.spread")}>
					<DataTable
						caption={t("result.spread")}
						captionHidden
						rows={values}
						rowKey={(value) => String(value)}
						columns={[
							{ key: "value", header: t("result.spreadValue"), rowHeader: true, cell: (value) => number(value) },
							...count.options.map(({ option, spread }) => ({
								key: option,
								header: title(option),
								numeric: true,
								cell: (value: number) => number(spread[value] ?? 0),
							})),
						]}
					/>
				</Disclosure>
			)}
		</>
	);
}

function RankingSteps({ count, title }: { count: Of<"ranking">; title: Title }) {
	const t = useText(messages);
	const { number } = useFormat();
	const { options, order, groups } = count;
	const at = (matrix: number[][], one: string, other: string) =>
		matrix[options.indexOf(one)]?.[options.indexOf(other)] ?? 0;
	const duels = options.flatMap((one, index) => options.slice(index + 1).map((other) => ({ one, other })));
	const winnerOf = ({ one, other }: { one: string; other: string }) => {
		const difference = at(count.preferred, one, other) - at(count.preferred, other, one);
		return difference === 0 ? null : difference > 0 ? one : other;
	};
	const [first] = order;
	const others = order.filter((option) => option !== first);
	const isClear =
		first !== undefined && others.every((other) => winnerOf({ one: first, other }) === first) && others.length > 0;
	return (
		<>
			{first !== undefined && count.voters > 0 && (
				<p>{isClear ? t("result.condorcet", { title: title(first) }) : t("result.beaten")}</p>
			)}
			<ol>
				{order.map((option, index) => {
					const tied = groups.find((group) => group.includes(option))?.filter((one) => one !== option) ?? [];
					return (
						<li key={option}>
							{t("result.stepPlace", { place: index + 1, title: title(option) })}{" "}
							{tied.length > 0 && t("result.stepPlaceTied", { others: tied.map(title).join(", ") })}
						</li>
					);
				})}
			</ol>
			{first !== undefined && !isClear && others.length > 0 && (
				<DataTable
					caption={t("result.paths")}
					rows={others}
					rowKey={(other) => other}
					columns={[
						{ key: "option", header: t("result.option"), rowHeader: true, cell: (other) => title(other) },
						{
							key: "to",
							header: t("result.pathTo"),
							numeric: true,
							cell: (other) => number(at(count.paths, first, other)),
						},
						{
							key: "from",
							header: t("result.pathFrom"),
							numeric: true,
							cell: (other) => number(at(count.paths, other, first)),
						},
					]}
				/>
			)}
			{count.voters >= fewestPublished && (
				<Disclosure summary={t("result.duels")}>
					<p>{t("result.duelsHint")}</p>
					<DataTable
						caption={t("result.duels")}
						captionHidden
						rows={duels}
						rowKey={({ one, other }) => `${one}:${other}`}
						columns={[
							{ key: "one", header: t("result.duelFirst"), rowHeader: true, cell: ({ one }) => title(one) },
							{
								key: "for",
								header: t("result.duelFor"),
								numeric: true,
								cell: ({ one, other }) => number(at(count.preferred, one, other)),
							},
							{ key: "other", header: t("result.duelSecond"), cell: ({ other }) => title(other) },
							{
								key: "against",
								header: t("result.duelAgainst"),
								numeric: true,
								cell: ({ one, other }) => number(at(count.preferred, other, one)),
							},
							{
								key: "result",
								header: t("result.duelResult"),
								cell: (duel) => {
									const winner = winnerOf(duel);
									return winner === null ? t("result.duelTie") : title(winner);
								},
							},
						]}
					/>
				</Disclosure>
			)}
		</>
	);
}
