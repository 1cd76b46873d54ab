import { DataTable } from "~/design/data-table";
import { Section } from "~/design/layout";
import { LineChart } from "~/design/line-chart";
import { useFormat, useText } from "~/platform/i18n";
import type { CoverKind } from "../coverage";
import { costMessages } from "../messages";

type Funding = { kinds: readonly CoverKind[]; years: readonly { year: number; amounts: readonly string[] }[] };
type Reserve = readonly { year: number; paidIn: string; withdrawn: string; balance: string }[];

const inEuros = (cents: string) => Number(BigInt(cents)) / 100;

/** Costs beside secured money as a picture, where the money comes from, and the reserve. */
export function FundingTables({
	years,
	funding,
	reserve,
}: {
	years: readonly { year: number; cost: string; secured: string; reserved: string }[];
	funding: Funding;
	reserve: Reserve;
}) {
	const t = useText(costMessages);
	const { money } = useFormat();
	const euros = (cents: string) => money(BigInt(cents));
	return (
		<>
			{years.length > 1 && (
				<LineChart
					title={t("cover.chart")}
					description={t("cover.chartText")}
					stepLabel={t("plan.year")}
					steps={years.map(({ year }) => String(year))}
					write={(value) => money(BigInt(Math.round(value * 100)))}
					series={[
						{ name: t("cover.cost"), values: years.map(({ cost }) => inEuros(cost)) },
						{ name: t("cover.secured"), values: years.map(({ secured }) => inEuros(secured)) },
						{ name: t("cover.reserved"), values: years.map(({ reserved }) => inEuros(reserved)) },
					]}
				/>
			)}
			{funding.years.length > 0 && (
				<DataTable
					caption={t("cover.sources")}
					rows={funding.years}
					rowKey={({ year }) => String(year)}
					columns={[
						{ key: "year", header: t("plan.year"), rowHeader: true, cell: ({ year }) => String(year) },
						...funding.kinds.map((kind, index) => ({
							key: kind,
							header: t(`kinds.${kind}`),
							numeric: true,
							cell: ({ amounts }: Funding["years"][number]) => euros(amounts[index] ?? "0"),
						})),
					]}
				/>
			)}
			{reserve.length > 0 && (
				<Section title={t("cover.reserve")} id="ruecklage" intro={t("cover.reserveText")}>
					<DataTable
						caption={t("cover.reserve")}
						captionHidden
						rows={reserve}
						rowKey={({ year }) => String(year)}
						columns={[
							{ key: "year", header: t("plan.year"), rowHeader: true, cell: ({ year }) => String(year) },
							{ key: "in", header: t("cover.paidIn"), numeric: true, cell: ({ paidIn }) => euros(paidIn) },
							{ key: "out", header: t("cover.withdrawn"), numeric: true, cell: ({ withdrawn }) => euros(withdrawn) },
							{ key: "balance", header: t("cover.balance"), numeric: true, cell: ({ balance }) => euros(balance) },
						]}
					/>
				</Section>
			)}
		</>
	);
}
