import { Badge } from "~/design/badge";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { SummaryList } from "~/design/summary-list";
import { LocalDate } from "~/design/time";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { removeContract } from "../commands/enter-contract.server";
import { existingMessages } from "../messages";
import { contractPage, contractsPlace } from "../queries/contracts.server";
import type { Route } from "./+types/contract";

export const loader = conduct(({ world, params }: Route.LoaderArgs & { world: World }) => contractPage(world, params));

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
	const rows = page.amounts.flatMap(({ name, years }) => years.map((year) => ({ name, ...year })));
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
			<PageTitle title={page.title} above={t("title")} state={<Badge tone="info">{t("badge")}</Badge>}>
				<LinkButton href={`${list}/neu?wie=${page.id}`} look="secondary">
					{t("page.next")}
				</LinkButton>
			</PageTitle>
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
							? page.files.map(({ name, href }) => (
									<a key={href} href={href}>
										{name}
									</a>
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
			<Section title={t("page.remove")} id="loeschen">
				<p>{t("page.removeText")}</p>
				<Form inline>
					<Button look="secondary">{t("page.remove")}</Button>
				</Form>
			</Section>
		</>
	);
}
