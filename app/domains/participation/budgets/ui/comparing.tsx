import { DataTable } from "~/design/data-table";
import { useFormat, useText } from "~/platform/i18n";
import { messages } from "../messages";
import type { ResultPage } from "../queries/result-page.server";

/** Two methods side by side: what each funds, for how much, and how many voters it reaches. */
export function Comparing({ result }: { result: ResultPage }) {
	const t = useText(messages);
	const { money, number: figure } = useFormat();
	const { count, other } = result;
	const rows = result.projects
		.filter(({ feasibility }) => feasibility === "feasible")
		.map(({ number, title }) => ({
			id: String(number),
			name: `${number}. ${title}`,
			byRule: t(count.funded.includes(String(number)) ? "result.yes" : "result.no"),
			byOther: t(other.count.funded.includes(String(number)) ? "result.yes" : "result.no"),
		}));
	const sums = [
		{
			id: "sum",
			name: t("result.sum"),
			byRule: money(BigInt(count.spent)),
			byOther: money(BigInt(other.count.spent)),
		},
		{
			id: "reached",
			name: t("result.reached"),
			byRule: figure(other.reached.byRule),
			byOther: figure(other.reached.byOther),
		},
	];
	const otherMethod = count.method === "greedy" ? "shares-add1" : "greedy";
	return (
		<DataTable
			caption={t("result.compare")}
			captionHidden
			rows={[...rows, ...sums]}
			rowKey={({ id }) => id}
			columns={[
				{ key: "project", header: t("result.project"), rowHeader: true, cell: ({ name }) => name },
				{
					key: "rule",
					header: t("result.byRule", { method: t(`methods.${result.choice.method}`) }),
					cell: ({ byRule }) => byRule,
				},
				{
					key: "other",
					header: t("result.byOther", { method: t(`methods.${otherMethod}`) }),
					cell: ({ byOther }) => byOther,
				},
			]}
		/>
	);
}
