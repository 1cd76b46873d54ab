import { Alert } from "~/design/alert";
import { BarChart } from "~/design/bar-chart";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm, type Typed } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { beginExitAmendment } from "../../afterwards/commands/exit-amendment.server";
import { exitAmendForm } from "../../afterwards/forms";
import { messages } from "../../messages";
import { exitMessages } from "../exit-messages";
import { exitForm } from "../forms";
import { exitPage } from "../queries/exit.server";
import type { Route } from "./+types/exit";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const query = new URL(request.url).searchParams;
	const asked = exitForm.safeParse({ party: query.get("party") ?? "", from: query.get("from") ?? "" });
	const { party = "", from = null } = asked.success ? asked.data : {};
	const page = await exitPage(world, params.code, party !== "" && from !== null ? { party, from } : null);
	return { ...page, party, from: from === null ? "" : String(from), kept: await keptForm(world, request) };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, exitAmendForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await beginExitAmendment(world, { code: params.code, ...form.value });
	return outcome.done
		? onward(`/vereinbarungen/${outcome.value.code}/aenderungen?austritt`)
		: again(form.typed, outcome.refusals);
});

export default function Exit({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(exitMessages);
	const problems = useProblems(exitMessages, actionData?.refusals);
	const typed = actionData?.typed ?? page.kept ?? {};
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
			<ErrorSummary errors={problems.errors} form="nachtrag" />
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
			{result && <Amend code={page.code} result={result} typed={typed} at={problems.at} />}
		</>
	);
}

type Shown = NonNullable<Route.ComponentProps["loaderData"]["result"]>;

type AmendProps = {
	code: string;
	result: Shown;
	typed: Typed;
	at: ReturnType<typeof useProblems>["at"];
};

/** From the figures to the draft, for the lead; what keeps it from that stands in its place. */
function Amend({ code, result: { amend, leaving, from }, typed, at }: AmendProps) {
	const t = useText(exitMessages);
	const year = String(from);
	if (!amend) {
		return (
			<Section title={t("amend.title")} id="nachtrag-anlegen">
				<p>
					{t("amend.notYet", { party: leaving })} <a href={`/vereinbarungen/${code}/ende`}>{t("amend.toNotice")}</a>
				</p>
			</Section>
		);
	}
	if (amend.amendment) {
		return (
			<Section title={t("amend.title")} id="nachtrag-anlegen">
				<p>
					{t("amend.there")}{" "}
					<a href={`/vereinbarungen/${amend.amendment.code}/aenderungen`}>
						{t("amend.changesOf", { number: amend.amendment.number })}
					</a>
				</p>
			</Section>
		);
	}
	return (
		<Section title={t("amend.title")} id="nachtrag-anlegen" intro={t("amend.lead", { party: leaving, year })}>
			{amend.also.length > 0 && <p>{t("amend.also", { parties: amend.also.join(", ") })}</p>}
			<Form id="nachtrag" hidden={{ noticeId: amend.noticeId }}>
				{amend.behind.length > 0 && (
					<Select
						name="takerId"
						label={t("amend.taker", { party: leaving })}
						hint={t("amend.takerHint", { what: amend.behind.join("; ") })}
						value={typed.takerId?.toString()}
						error={at("takerId")}
						options={amend.takers}
					/>
				)}
				<TextField
					name="reason"
					label={t("amend.reason")}
					value={typed.reason?.toString() ?? t("amend.reasonText", { party: leaving, year })}
					error={at("reason")}
				/>
				<Button>{t("amend.button")}</Button>
			</Form>
		</Section>
	);
}

function Result({ result }: { result: Shown }) {
	const t = useText(exitMessages);
	const { money } = useFormat();
	const euros = (cents: string) => money(BigInt(cents));
	const year = String(result.from);
	const others = result.parties.filter(({ name }) => name !== result.leaving);
	const most = others.toSorted((a, b) => (BigInt(a.more) < BigInt(b.more) ? 1 : -1))[0];
	const years = (result.parties[0]?.years ?? []).map((row, index) => ({ year: row.year, index }));
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
				rows={years.filter((row) => row.year >= result.from)}
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
