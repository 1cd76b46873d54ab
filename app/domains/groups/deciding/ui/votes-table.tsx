import { DataTable } from "~/design/data-table";
import { useText } from "~/platform/i18n";
import type { BenchKind } from "../../group";
import { messages } from "../../messages";

type Tally = {
	bench: BenchKind;
	electorate: number;
	present: number;
	yes: number | null;
	no: number | null;
	abstain: number | null;
};

const figures = ["yes", "no", "abstain"] as const;

/** The votes of a recommendation by bench, with their sum. */
export function VotesTable({ tallies }: { tallies: readonly Tally[] }) {
	const t = useText(messages);
	const sum = (figure: (typeof figures)[number] | "present" | "electorate") =>
		tallies.reduce((total, tally) => total + (tally[figure] ?? 0), 0);
	const presentOf = (present: number, electorate: number) =>
		t("recommendation.presentOf", { present: String(present), electorate: String(electorate) });
	return (
		<DataTable
			caption={t("recommendation.caption")}
			rows={tallies}
			rowKey={({ bench }) => bench}
			columns={[
				{
					key: "bench",
					header: t("recommendation.bench"),
					rowHeader: true,
					cell: ({ bench }) => t(`benches.${bench}`),
				},
				{
					key: "present",
					header: t("recommendation.present"),
					numeric: true,
					// of those entitled: a column less, so that it stays a table beside the facts
					cell: ({ present, electorate }) => presentOf(present, electorate),
				},
				...figures.map((figure) => ({
					key: figure,
					header: t(`recommendation.${figure}`),
					numeric: true,
					cell: (tally: Tally) => tally[figure] ?? "–",
				})),
			]}
			footer={{
				bench: t("recommendation.total"),
				present: presentOf(sum("present"), sum("electorate")),
				// of a secret vote nobody knows the figures by bench
				...Object.fromEntries(
					figures.map((figure) => [figure, tallies.some((tally) => tally[figure] === null) ? "–" : sum(figure)]),
				),
			}}
		/>
	);
}
