import { Alert } from "~/design/alert";
import { BarChart } from "~/design/bar-chart";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { placeOf } from "~/domains/organisations/index.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { editingMessages } from "../../drafting/editing-messages";
import { messages } from "../../messages";
import { StateBadge } from "../../ui/state-badge";
import { setCashLimit } from "../commands/set-cash-limit.server";
import { followMessages } from "../follow-messages";
import { limitForm } from "../forms";
import { parseEuros } from "../money-input";
import { cashPage } from "../queries/cash-view.server";
import type { Route } from "./+types/cash-view";

/** More agreements than that make no page; sums and export hold all. */
const agreementsShown = 100;

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { place, view, limits } = await cashPage(world, params.place);
	return {
		place,
		years: view.years.map(({ year, bound, awaited, limit, beyond }) => ({
			year,
			bound: bound.toString(),
			awaited: awaited.toString(),
			total: (bound + awaited).toString(),
			limit: limit === null ? null : limit.toString(),
			beyond: beyond.toString(),
		})),
		all: view.agreements.length,
		agreements: view.agreements.slice(0, agreementsShown).map(({ agreement, years, sum }) => ({
			...agreement,
			sum: sum.toString(),
			span: [...new Set([years[0]?.year, years.at(-1)?.year])].join("–"),
		})),
		limits: limits.map(({ fromYear, cents }) => ({ fromYear, cents: cents.toString() })),
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const place = await placeOf(world, params.place);
	const form = await readForm(request, limitForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const typed = form.value.cents.trim();
	const cents = typed === "" ? null : parseEuros(typed);
	if (cents && !cents.done) {
		return again(
			form.typed,
			cents.refusals.map((refusal) => ({ ...refusal, field: "cents" })),
		);
	}
	const { fromYear } = form.value;
	await setCashLimit(world, { organisationId: place.organisationId, fromYear, cents: cents?.value ?? null });
	return onward(`/o/${place.slug}/verwaltung/vereinbarungen/zahlungen#grenze`);
});

export default function CashView({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(followMessages);
	const edit = useText(editingMessages);
	const { money } = useFormat();
	const problems = useProblems(messages, actionData?.refusals);
	const typed = actionData?.typed ?? {};
	const euros = (cents: string) => money(BigInt(cents));
	const here = `/o/${page.place.slug}/verwaltung/vereinbarungen`;
	const place = page.place.name;
	const beyond = page.years.filter((year) => year.beyond !== "0");
	const highest = page.years.toSorted((a, b) => (BigInt(a.total) < BigInt(b.total) ? 1 : -1))[0];
	return (
		<>
			<title>{`${t("cash.title")} – ${place}`}</title>
			<Breadcrumb
				entries={[
					{ label: place, href: `/o/${page.place.slug}` },
					{ label: edit("manage.title"), href: here },
					{ label: t("cash.title") },
				]}
			/>
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("cash.title")} lead={t("cash.lead", { place })}>
				{page.all > 0 && (
					<ButtonRow>
						<LinkButton href={`${here}/zahlungen.xlsx`} look="secondary" download>
							{t("cash.xlsx")}
						</LinkButton>
						<LinkButton href={`${here}/zahlungen.csv`} look="tertiary" download>
							{t("cash.csv")}
						</LinkButton>
					</ButtonRow>
				)}
			</PageTitle>
			{beyond.length > 0 && (
				<Alert tone="warning" title={t("cash.warning")}>
					<ul>
						{beyond.map((year) => (
							<li key={year.year}>{t("cash.warningYear", { year: String(year.year), amount: euros(year.beyond) })}</li>
						))}
					</ul>
				</Alert>
			)}
			{highest ? (
				<>
					<DataTable
						caption={t("cash.caption")}
						rows={page.years}
						rowKey={({ year }) => String(year)}
						columns={[
							{ key: "year", header: t("year"), rowHeader: true, cell: ({ year }) => String(year) },
							{ key: "bound", header: t("cash.bound"), numeric: true, cell: ({ bound }) => euros(bound) },
							{ key: "awaited", header: t("cash.awaited"), numeric: true, cell: ({ awaited }) => euros(awaited) },
							{ key: "total", header: t("cash.total"), numeric: true, cell: ({ total }) => euros(total) },
							{
								key: "limit",
								header: t("cash.limit"),
								numeric: true,
								cell: ({ limit }) => (limit === null ? t("cash.noLimit") : euros(limit)),
							},
							{ key: "beyond", header: t("cash.beyond"), numeric: true, cell: (year) => euros(year.beyond) },
						]}
					/>
					<BarChart
						title={t("cash.chart")}
						description={t("cash.chartText", { year: String(highest.year), amount: euros(highest.total) })}
						labelLabel={t("year")}
						valueLabel={t("cash.total")}
						bars={page.years.map((year) => ({
							label: String(year.year),
							value: Number(BigInt(year.total)) / 100,
							text: euros(year.total),
							strong: year.beyond !== "0",
						}))}
					/>
					<Section title={t("cash.agreements")} id="vereinbarungen">
						{page.all > page.agreements.length && (
							<p>{t("cash.more", { shown: String(page.agreements.length), all: String(page.all) })}</p>
						)}
						<DataTable
							caption={t("cash.agreements")}
							captionHidden
							rows={page.agreements}
							rowKey={({ id }) => id}
							columns={[
								{ key: "number", header: t("cash.number"), cell: ({ number }) => number },
								{
									key: "title",
									header: t("cash.agreement"),
									rowHeader: true,
									cell: ({ href, title }) => <a href={href}>{title}</a>,
								},
								{ key: "state", header: t("cash.state"), cell: ({ state }) => <StateBadge state={state} /> },
								{ key: "span", header: t("cash.span"), cell: ({ span }) => span },
								{ key: "sum", header: t("sum"), numeric: true, cell: ({ sum }) => euros(sum) },
							]}
						/>
					</Section>
				</>
			) : (
				<p>{t("cash.empty", { place })}</p>
			)}
			<Section title={t("cash.limits")} id="grenze" intro={t("cash.limitsLead", { place })}>
				{page.limits.length > 0 && (
					<DataTable
						caption={t("cash.limits")}
						captionHidden
						rows={page.limits}
						rowKey={({ fromYear }) => String(fromYear)}
						columns={[
							{ key: "from", header: t("cash.fromYear"), rowHeader: true, cell: ({ fromYear }) => String(fromYear) },
							{ key: "cents", header: t("cash.limit"), numeric: true, cell: ({ cents }) => euros(cents) },
						]}
					/>
				)}
				<Form>
					<TextField
						name="fromYear"
						inputMode="numeric"
						width="short"
						label={t("cash.fromYear")}
						value={typed.fromYear?.toString()}
						error={problems.at("fromYear")}
					/>
					<TextField
						name="cents"
						optional
						inputMode="decimal"
						width="medium"
						label={t("cash.cents")}
						value={typed.cents?.toString()}
						error={problems.at("cents")}
					/>
					<Button look="secondary">{t("cash.save")}</Button>
				</Form>
			</Section>
		</>
	);
}
