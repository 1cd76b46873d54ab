import { Alert } from "~/design/alert";
import { LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { EmptyState } from "~/design/empty-state";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { managedTerms, type Term } from "../queries/managed-terms.server";
import { messages } from "../territory-messages";
import { TermUses } from "../ui/term-uses";
import { WorkCrumbs } from "../ui/work-crumbs";
import type { Route } from "./+types/terms";

export const loader = conduct(async ({ world, request, params }: Route.LoaderArgs & { world: World }) => ({
	...(await managedTerms(world, params.place)),
	saved: new URL(request.url).searchParams.has("gespeichert"),
}));

/** How an organisation divides its territory and its tasks, and what rests on that. */
export default function Terms({ loaderData: { place, terms, saved } }: Route.ComponentProps) {
	const t = useText(messages);
	const { date } = useFormat();
	const here = `/o/${place.slug}/verwaltung/gliederung`;
	const sections = [
		{ sort: "gebiete", create: t("list.createArea"), none: t("list.noAreas"), noneText: t("list.noAreasText") },
		{ sort: "themen", create: t("list.createTopic"), none: t("list.noTopics"), noneText: t("list.noTopicsText") },
	] as const;
	return (
		<>
			<title>{`${t("list.title")} – ${place.name}`}</title>
			<WorkCrumbs place={place} entries={[{ label: t("list.title") }]} />
			{saved && <Alert tone="success" title={t("list.saved")} live />}
			<PageTitle title={t("list.title")} lead={t("list.lead")} />
			{sections.map(({ sort, create, none, noneText }) => (
				<Section
					key={sort}
					id={sort}
					title={t(`sorts.${sort}`)}
					aside={
						<LinkButton small href={`${here}/${sort}/neu`}>
							{create}
						</LinkButton>
					}
				>
					<DataTable
						caption={t(`sorts.${sort}`)}
						captionHidden
						rows={terms[sort]}
						rowKey={({ id }) => id}
						empty={
							<EmptyState level={3} title={none}>
								<p>{noneText}</p>
							</EmptyState>
						}
						columns={[
							{
								key: "name",
								header: t("list.name"),
								rowHeader: true,
								cell: ({ id, name, lastDay }: Term) => (
									<>
										<a href={`${here}/${sort}/${id}`}>{name}</a>
										{lastDay && ` (${t("list.ends", { day: date(lastDay) })})`}
									</>
								),
							},
							...(sort === "gebiete"
								? [
										{
											key: "kind",
											header: t("list.kind"),
											cell: ({ kind }: Term) => kind && t(`areaKinds.${kind}`),
										},
									]
								: []),
							{ key: "above", header: t("list.above"), cell: ({ parent }: Term) => parent ?? "–" },
							{ key: "uses", header: t("list.uses"), cell: ({ uses }: Term) => <TermUses uses={uses} /> },
						]}
					/>
				</Section>
			))}
		</>
	);
}
