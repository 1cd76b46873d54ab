import { Alert } from "~/design/alert";
import { BarChart } from "~/design/bar-chart";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { Select } from "~/design/select";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../../messages";
import { followMessages } from "../follow-messages";
import { exitForm } from "../forms";
import { exitPage } from "../queries/exit.server";
import type { Route } from "./+types/exit";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const query = new URL(request.url).searchParams;
	const asked = exitForm.safeParse({ party: query.get("party") ?? "", from: query.get("from") ?? "" });
	const { party = "", from = null } = asked.success ? asked.data : {};
	const page = await exitPage(world, params.code, party !== "" && from !== null ? { party, from } : null);
	return { ...page, party, from: from === null ? "" : String(from) };
});

export default function Exit({ loaderData: page }: Route.ComponentProps) {
	const t = useText(followMessages);
	const say = useText(messages);
	const { result } = page;
	return (
		<>
			<title>{`${t("exit.title")} – ${page.title}`}</title>
			<Breadcrumb
				entries={[
					{ label: say("list.title"), href: "/vereinbarungen" },
					{ label: page.number, href: `/vereinbarungen/${page.code}` },
					{ label: t("exit.title") },
				]}
			/>
			<PageTitle title={t("exit.title")} above={page.title} lead={t("exit.lead")} />
			{page.years.length === 0 ? (
				<p>{t("exit.none")}</p>
			) : (
				<form className="gw-form" method="get">
					<Select name="party" label={t("exit.who")} value={page.party} options={page.parties} />
					<Select
						name="from"
						label={t("exit.from")}
						value={page.from}
						options={page.years.map((year) => ({ value: String(year), label: String(year) }))}
					/>
					<Button>{t("exit.show")}</Button>
				</form>
			)}
			{result && <Result result={result} />}
		</>
	);
}

type Shown = NonNullable<Route.ComponentProps["loaderData"]["result"]>;

function Result({ result }: { result: Shown }) {
	const t = useText(followMessages);
	const { money } = useFormat();
	const euros = (cents: string) => money(BigInt(cents));
	const year = String(result.from);
	const others = result.parties.filter(({ name }) => name !== result.leaving);
	const most = others.toSorted((a, b) => (BigInt(a.more) < BigInt(b.more) ? 1 : -1))[0];
	const years = result.parties[0]?.years ?? [];
	return (
		<Section title={t("exit.result", { party: result.leaving, year })} id="ergebnis">
			{result.gaps.map((gap) => (
				<Alert
					key={gap.year}
					tone="danger"
					level={3}
					title={t("exit.gap", { year: String(gap.year), amount: euros(gap.cents) })}
				/>
			))}
			<p>
				{t("exit.remaining", { party: result.leaving, year, amount: euros(result.remaining) })}{" "}
				{t("exit.past", { year })}
			</p>
			<DataTable
				caption={t("exit.sums")}
				rows={result.parties}
				rowKey={({ name }) => name}
				columns={[
					{ key: "party", header: t("party"), rowHeader: true, cell: ({ name }) => name },
					{ key: "before", header: t("exit.before"), numeric: true, cell: ({ before }) => euros(before) },
					{ key: "after", header: t("exit.after"), numeric: true, cell: ({ after }) => euros(after) },
					{ key: "more", header: t("exit.more"), numeric: true, cell: ({ more }) => euros(more) },
				]}
			/>
			<DataTable
				caption={t("exit.years")}
				rows={years.map((row, index) => ({ year: row.year, index }))}
				rowKey={({ year: one }) => String(one)}
				columns={[
					{ key: "year", header: t("year"), rowHeader: true, cell: ({ year: one }) => String(one) },
					...result.parties.map((party, place) => ({
						key: `party-${place}`,
						header: party.name,
						numeric: true,
						cell: ({ index }: { index: number }) => euros(party.years[index]?.more ?? "0"),
					})),
				]}
			/>
			{most && BigInt(most.more) > 0n && (
				<BarChart
					title={t("exit.chart", { year })}
					description={t("exit.chartText", { party: most.name, amount: euros(most.more) })}
					labelLabel={t("party")}
					valueLabel={t("exit.more")}
					bars={others.map(({ name, more }) => ({
						label: name,
						value: Number(BigInt(more)) / 100,
						text: euros(more),
						strong: name === most.name,
					}))}
				/>
			)}
		</Section>
	);
}
