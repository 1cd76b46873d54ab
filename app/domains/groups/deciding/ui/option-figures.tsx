import { DataTable } from "~/design/data-table";
import { Disclosure } from "~/design/disclosure";
import { useFormat, useText } from "~/platform/i18n";
import { type DecisionCount, type Exact, ratioOf } from "../../../counting/index";
import type { BallotOption } from "../ballot";
import { resultMessages } from "../result-messages";

type OptionCount = Extract<DecisionCount, { method: "score" | "ranking" | "resistance" }>;

/** The figures of a vote between options: which came first and why, the comparison in pairs where there is one. */
export function OptionFigures({ count, options }: { count: OptionCount; options: readonly BallotOption[] }) {
	const t = useText(resultMessages);
	const title = (number: string) => options.find((option) => option.number === number)?.title ?? number;
	const titles = count.tied.map(title).join(", ");
	return (
		<>
			{count.winner !== null && (
				<p>
					<strong>
						{t(count.result === "rejected" ? "figures.passiveWon" : "figures.winner", { title: title(count.winner) })}
					</strong>
				</p>
			)}
			{count.tied.length > 1 && <p>{t(count.winner === null ? "figures.tiedOpen" : "figures.tied", { titles })}</p>}
			<Table count={count} title={title} />
			{count.method === "ranking" && (
				<>
					<Pairs
						caption={t("figures.pairs")}
						hint={t("figures.pairsHint")}
						matrix={count.preferred}
						count={count}
						title={title}
					/>
					<Disclosure summary={t("figures.paths")}>
						<Pairs caption={t("figures.paths")} matrix={count.paths} count={count} title={title} />
					</Disclosure>
				</>
			)}
		</>
	);
}

type Title = (number: string) => string;

function Table({ count, title }: { count: OptionCount; title: Title }) {
	const t = useText(resultMessages);
	const format = useFormat();
	const ratio = (exact: Exact) => {
		const { numerator, denominator } = ratioOf(exact);
		return Number(numerator) / Number(denominator);
	};
	const option = { key: "option", header: t("figures.option"), rowHeader: true } as const;
	switch (count.method) {
		case "score":
			return (
				<DataTable
					caption={t("figures.answers")}
					captionHidden
					rows={count.options}
					rowKey={(row) => row.option}
					columns={[
						{ ...option, cell: (row) => title(row.option) },
						{ key: "sum", header: t("figures.sum"), numeric: true, cell: ({ sum }) => format.number(sum) },
						{
							key: "mean",
							header: t("figures.mean"),
							numeric: true,
							cell: ({ mean }) => format.number(Math.round(ratio(mean) * 100) / 100),
						},
					]}
				/>
			);
		case "ranking":
			return (
				<ol>
					{count.places.map((tied) => (
						<li key={tied.join()}>{tied.map(title).join(" = ")}</li>
					))}
				</ol>
			);
		case "resistance":
			return (
				<DataTable
					caption={t("figures.answers")}
					captionHidden
					rows={count.options}
					rowKey={(row) => row.option}
					columns={[
						{ ...option, cell: (row) => title(row.option) },
						{
							key: "resistance",
							header: t("figures.resistance"),
							numeric: true,
							cell: ({ resistance }) => format.number(resistance),
						},
						{
							key: "acceptance",
							header: t("figures.acceptance"),
							numeric: true,
							cell: ({ acceptance }) => format.percent(ratio(acceptance)),
						},
						{
							key: "strongest",
							header: t("figures.strongest"),
							numeric: true,
							cell: ({ strongest }) => format.number(strongest),
						},
						{
							key: "holds",
							header: t("figures.holdsHeader"),
							cell: (row) => (row.option === count.passive ? "–" : t(row.holds ? "figures.holds" : "figures.holdsNot")),
						},
					]}
				/>
			);
	}
}

function Pairs({
	caption,
	hint,
	matrix,
	count,
	title,
}: {
	caption: string;
	hint?: string;
	matrix: readonly (readonly number[])[];
	count: Extract<OptionCount, { method: "ranking" }>;
	title: Title;
}) {
	const t = useText(resultMessages);
	return (
		<>
			{hint && <p>{hint}</p>}
			<DataTable
				caption={caption}
				rows={count.options.map((option, row) => ({ option, row }))}
				rowKey={({ option }) => option}
				columns={[
					{ key: "option", header: t("figures.option"), rowHeader: true, cell: ({ option }) => title(option) },
					...count.options.map((other, column) => ({
						key: other,
						header: t("figures.against", { title: title(other) }),
						numeric: true,
						cell: ({ row }: { option: string; row: number }) => (row === column ? "–" : (matrix[row]?.[column] ?? 0)),
					})),
				]}
			/>
		</>
	);
}
