import { BarChart } from "~/design/bar-chart";
import { DataTable } from "~/design/data-table";
import { Section } from "~/design/layout";
import { useFormat, useText } from "~/platform/i18n";
import { costMessages } from "../messages";

export type Totals = {
	parties: readonly string[];
	years: readonly { year: number; sum: string; unborne: string; shares: readonly string[] }[];
};

/** What each party bears in each year, and the costs of each year as bars. */
export function TotalsTable({ totals }: { totals: Totals }) {
	const t = useText(costMessages);
	const { money } = useFormat();
	const euros = (cents: string) => money(BigInt(cents));
	const add = (cents: readonly string[]) => euros(cents.reduce((sum, one) => sum + BigInt(one), 0n).toString());
	const highest = totals.years.toSorted((a, b) => (BigInt(a.sum) < BigInt(b.sum) ? 1 : -1))[0];
	if (!highest) return null;
	const gaps = totals.years.some(({ unborne }) => unborne !== "0");
	return (
		<Section title={t("plan.totals")} id="summen">
			<DataTable
				caption={t("plan.totals")}
				captionHidden
				rows={totals.years}
				rowKey={({ year }) => String(year)}
				columns={[
					{ key: "year", header: t("plan.year"), rowHeader: true, cell: ({ year }) => String(year) },
					{ key: "sum", header: t("plan.sum"), numeric: true, cell: ({ sum }) => euros(sum) },
					...totals.parties.map((party, index) => ({
						key: `party-${index}`,
						header: party,
						numeric: true,
						cell: ({ shares }: Totals["years"][number]) => euros(shares[index] ?? "0"),
					})),
					...(gaps
						? [
								{
									key: "unborne",
									header: t("plan.unborne"),
									numeric: true,
									cell: ({ unborne }: Totals["years"][number]) => euros(unborne),
								},
							]
						: []),
				]}
				footer={{
					year: t("plan.sum"),
					sum: add(totals.years.map(({ sum }) => sum)),
					unborne: add(totals.years.map(({ unborne }) => unborne)),
					...Object.fromEntries(
						totals.parties.map((_, index) => [
							`party-${index}`,
							add(totals.years.map(({ shares }) => shares[index] ?? "0")),
						]),
					),
				}}
			/>
			<BarChart
				title={t("plan.chart")}
				description={t("plan.chartText", { year: String(highest.year), amount: euros(highest.sum) })}
				labelLabel={t("plan.year")}
				valueLabel={t("plan.sum")}
				bars={totals.years.map(({ year, sum }) => ({
					label: String(year),
					value: Number(BigInt(sum)) / 100,
					text: euros(sum),
					strong: year === highest.year,
				}))}
			/>
		</Section>
	);
}
