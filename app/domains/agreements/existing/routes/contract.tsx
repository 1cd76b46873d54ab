import { Fragment } from "react";
import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { SummaryList } from "~/design/summary-list";
import { LocalDate, LocalDateTime } from "~/design/time";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import type { CostClass } from "../../costs/cost-item";
import { messages } from "../../messages";
import { removeContract } from "../commands/enter-contract.server";
import type { ChangeField } from "../contract-input";
import { existingMessages } from "../messages";
import { contractPage, contractsPlace } from "../queries/contracts.server";
import type { Route } from "./+types/contract";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	...(await contractPage(world, params)),
	changed: new URL(request.url).searchParams.has("geaendert"),
}));

export const action = conduct(async ({ world, params }: Route.ActionArgs & { world: World }) => {
	const place = await contractsPlace(world, params.place);
	const { id } = await contractPage(world, params);
	const outcome = await removeContract(world, { ownerId: place.organisationId, id });
	return outcome.done
		? onward(`/o/${place.slug}/verwaltung/vereinbarungen/bestand?geloescht`)
		: again({}, outcome.refusals);
});

export default function Contract({ loaderData: page }: Route.ComponentProps) {
	const t = useText(existingMessages);
	const { money } = useFormat();
	const list = `/o/${page.place.slug}/verwaltung/vereinbarungen/bestand`;
	const rows = page.amounts
		.flatMap(({ name, years }) => years.map((year) => ({ name, ...year })))
		.sort((a, b) => a.year - b.year);
	return (
		<>
			<title>{`${page.title} – ${page.place.name}`}</title>
			<Breadcrumb
				entries={[
					{ label: page.place.name, href: `/o/${page.place.slug}` },
					{ label: t("title"), href: list },
					{ label: page.title },
				]}
			/>
			{page.changed && <Alert tone="success" title={t("change.done")} live />}
			<PageTitle title={page.title} above={t("title")} state={<Badge tone="info">{t("badge")}</Badge>}>
				<ButtonRow>
					{!page.over && <LinkButton href={`${list}/${page.id}/aendern`}>{t("change.title")}</LinkButton>}
					<LinkButton href={`${list}/neu?wie=${page.id}`} look="secondary">
						{t("page.next")}
					</LinkButton>
				</ButtonRow>
			</PageTitle>
			{page.over && <p>{t("change.over")}</p>}
			<SummaryList
				rows={[
					{ term: t("page.parties"), value: page.parties.join(", ") },
					...(page.signedOn ? [{ term: t("page.signed"), value: <LocalDate value={page.signedOn} /> }] : []),
					{
						term: t("page.period"),
						value: (
							<>
								<LocalDate value={page.startsOn} /> – {page.lastDay ? <LocalDate value={page.lastDay} /> : t("openEnd")}
							</>
						),
					},
					...(page.noticeBy ? [{ term: t("notice"), value: <LocalDate value={page.noticeBy} /> }] : []),
					...(page.fileNumber ? [{ term: t("form.fileNumber"), value: page.fileNumber }] : []),
					...(page.purpose ? [{ term: t("form.purpose"), value: page.purpose }] : []),
					{
						term: t("page.scan"),
						value: page.files.length
							? page.files.map(({ name, href }, place) => (
									<Fragment key={href}>
										{place > 0 && ", "}
										<a href={href}>{name}</a>
									</Fragment>
								))
							: t("page.noScan"),
					},
				]}
			/>
			{rows.length > 0 && (
				<Section title={t("page.amounts")} id="betraege">
					<DataTable
						caption={t("page.amounts")}
						captionHidden
						rows={rows}
						rowKey={({ name, year }) => `${name} ${year}`}
						columns={[
							{ key: "year", header: t("page.year"), rowHeader: true, cell: ({ year }) => String(year) },
							{ key: "who", header: t("page.who"), cell: ({ name }) => name },
							{ key: "amount", header: t("page.amount"), numeric: true, cell: ({ cents }) => money(BigInt(cents)) },
						]}
					/>
				</Section>
			)}
			{page.history.length > 0 && <History history={page.history} />}
			<Section title={t("page.remove")} id="loeschen">
				<p>{t("page.removeText")}</p>
				<Form inline>
					<Button look="secondary">{t("page.remove")}</Button>
				</Form>
			</Section>
		</>
	);
}

type Page = Route.ComponentProps["loaderData"];

/** Who changed what when, newest first. */
function History({ history }: Pick<Page, "history">) {
	const t = useText(existingMessages);
	const say = useText(messages);
	const { date } = useFormat();
	const words = (field: ChangeField, text: string) => {
		if (text === "") return "–";
		if (field === "costClass") return say(`classes.${text as CostClass}`);
		return /^\d{4}-\d{2}-\d{2}$/.test(text) ? date(text) : text.replaceAll("\n", " · ");
	};
	const rows = history.flatMap(({ revision, at, who, fields }) =>
		fields.map((change) => ({ ...change, key: `${revision} ${change.field}`, at, who })),
	);
	return (
		<Section title={t("history.title")} id="verlauf">
			<DataTable
				caption={t("history.title")}
				captionHidden
				rows={rows}
				rowKey={({ key }) => key}
				columns={[
					{ key: "field", header: t("history.field"), rowHeader: true, cell: ({ field }) => t(`fields.${field}`) },
					{ key: "before", header: t("history.before"), cell: ({ field, before }) => words(field, before) },
					{ key: "after", header: t("history.after"), cell: ({ field, after }) => words(field, after) },
					{ key: "who", header: t("history.who"), cell: ({ who }) => who ?? t("history.erased") },
					{ key: "at", header: t("history.at"), cell: ({ at }) => <LocalDateTime value={new Date(at)} /> },
				]}
			/>
		</Section>
	);
}
