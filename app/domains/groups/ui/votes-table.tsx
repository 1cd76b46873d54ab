import { DataTable } from "~/design/data-table";
import { useText } from "~/platform/i18n";
import type { BenchKind } from "../group";
import { messages } from "../messages";

type Tally = {
	bench: BenchKind;
	electorate: number;
	present: number;
	yes: number | null;
	no: number | null;
	abstain: number | null;
};

const figures = ["electorate", "present", "yes", "no", "abstain"] as const;

/** The votes of a recommendation by bench, with their sum. */
export function VotesTable({ tallies }: { tallies: readonly Tally[] }) {
	const t = useText(messages);
	const heads = { electorate: "entitled", present: "present", yes: "yes", no: "no", abstain: "abstain" } as const;
	const sum = (figure: (typeof figures)[number]) => tallies.reduce((total, tally) => total + (tally[figure] ?? 0), 0);
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
				...figures.map((figure) => ({
					key: figure,
					header: t(`recommendation.${heads[figure]}`),
					numeric: true,
					cell: (tally: Tally) => tally[figure] ?? "–",
				})),
			]}
			footer={{
				bench: t("recommendation.total"),
				...Object.fromEntries(figures.map((figure) => [figure, sum(figure)])),
			}}
		/>
	);
}
