import { BarChart } from "~/design/bar-chart";
import { DataTable } from "~/design/data-table";
import { type Exact, ratioOf, type VoteCount } from "~/domains/counting";
import { useFormat, useText } from "~/platform/i18n";
import { messages } from "../messages";

type Title = (option: string) => string;

/** The figures of a count: a picture where bars say something, and always a table. */
export function ResultFigures({ count, title }: { count: VoteCount; title: Title }) {
	const t = useText(messages);
	const { number, percent } = useFormat();
	const share = (exact: Exact) => {
		const { numerator, denominator } = ratioOf(exact);
		return percent(Number(numerator) / Number(denominator));
	};
	const option = { key: "option", header: t("result.option"), rowHeader: true } as const;
	const [winner] = count.winners;
	switch (count.method) {
		case "yes-no":
			return (
				<DataTable
					caption={t("result.figures")}
					captionHidden
					rows={count.options}
					rowKey={(row) => row.option}
					columns={[
						{ ...option, cell: (row) => title(row.option) },
						{ key: "yes", header: t("result.yes"), numeric: true, cell: ({ yes }) => number(yes) },
						{ key: "no", header: t("result.no"), numeric: true, cell: ({ no }) => number(no) },
						{ key: "abstain", header: t("result.abstain"), numeric: true, cell: ({ abstain }) => number(abstain) },
						{
							key: "verdict",
							header: t("result.verdict"),
							cell: ({ adopted }) => t(adopted ? "result.adoptedOne" : "result.rejected"),
						},
					]}
				/>
			);
		case "choose":
		case "points":
			return (
				<BarChart
					title={t("result.chartVotes")}
					description={winner ? t("result.chartVotesHint", { title: title(winner) }) : t("result.noVotes")}
					labelLabel={t("result.option")}
					valueLabel={t(count.method === "points" ? "result.points" : "result.votes")}
					bars={count.options.map((row) => ({
						label: title(row.option),
						value: row.sum,
						strong: row.option === winner,
					}))}
				/>
			);
		case "ranking":
			return (
				<DataTable
					caption={t("result.figures")}
					captionHidden
					rows={count.order}
					rowKey={(row) => row}
					columns={[
						{
							key: "place",
							header: t("result.place"),
							numeric: true,
							cell: (row) => number(count.order.indexOf(row) + 1),
						},
						{ ...option, cell: (row) => title(row) },
					]}
				/>
			);
		case "resistance":
			return (
				<>
					<BarChart
						title={t("result.chartResistance")}
						description={winner ? t("result.chartResistanceHint", { title: title(winner) }) : t("result.nobody")}
						labelLabel={t("result.option")}
						valueLabel={t("result.resistance")}
						bars={count.options.map((row) => ({
							label: title(row.option),
							value: row.resistance,
							strong: row.option === winner,
						}))}
					/>
					<DataTable
						caption={t("result.figures")}
						captionHidden
						rows={count.options}
						rowKey={(row) => row.option}
						columns={[
							{ ...option, cell: (row) => title(row.option) },
							{
								key: "resistance",
								header: t("result.resistance"),
								numeric: true,
								cell: ({ resistance }) => number(resistance),
							},
							{
								key: "acceptance",
								header: t("result.acceptance"),
								numeric: true,
								cell: ({ acceptance }) => share(acceptance),
							},
							{
								key: "strongest",
								header: t("result.strongest"),
								numeric: true,
								cell: ({ strongest }) => number(strongest),
							},
							{
								key: "holds",
								header: t("result.holds"),
								cell: ({ option: one, holds }) =>
									t(one === count.passive ? "result.passive" : holds ? "result.holdsYes" : "result.holdsNo"),
							},
						]}
					/>
				</>
			);
	}
}
