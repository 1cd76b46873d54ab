import { z } from "zod";
import { Breadcrumb } from "~/design/breadcrumb";
import { ButtonRow, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { EmptyState } from "~/design/empty-state";
import { PageTitle } from "~/design/page-title";
import { placeOf } from "~/domains/organisations/index.server";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { managedMeasures } from "../queries/managed-measures.server";
import { staffMessages } from "../staff-messages";
import { StageBadge } from "../ui/stage-badge";
import type { Route } from "./+types/managed";

const pageNumber = z.coerce.number().int().min(1).max(10_000).catch(1);

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const place = await placeOf(world, params.place);
	const page = pageNumber.parse(new URL(request.url).searchParams.get("seite") ?? 1);
	const list = await managedMeasures(world, { organisationId: place.organisationId, page });
	return { place: { name: place.name, slug: place.slug }, page, ...list };
});

export default function Managed({ loaderData: { place, measures, more, page } }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const { date } = useFormat();
	const here = `/o/${place.slug}/verwaltung/massnahmen`;
	return (
		<>
			<title>{`${t("list.title")} – ${place.name}`}</title>
			<Breadcrumb entries={[{ label: place.name, href: `/o/${place.slug}` }, { label: t("list.title") }]} />
			<PageTitle title={t("list.title")} above={place.name}>
				<ButtonRow>
					<LinkButton href={`${here}/neu`}>{t("list.create")}</LinkButton>
				</ButtonRow>
			</PageTitle>
			<DataTable
				caption={t("list.caption", { place: place.name })}
				rows={measures}
				rowKey={({ code }) => code}
				empty={
					<EmptyState title={t("list.empty")}>
						<p>{t("list.emptyHint")}</p>
					</EmptyState>
				}
				columns={[
					{
						key: "title",
						header: t("list.name"),
						rowHeader: true,
						cell: ({ code, title }) => <a href={`${here}/${code}`}>{title}</a>,
					},
					{ key: "stage", header: t("list.stage"), cell: ({ stage }) => <StageBadge stage={stage} /> },
					{ key: "post", header: t("list.answers"), cell: ({ responsible }) => responsible ?? t("list.nobody") },
					{
						key: "due",
						header: t("list.due"),
						cell: ({ due, overdue }) =>
							due ? (overdue ? t("list.overdue", { date: date(due) }) : date(due)) : t("list.none"),
					},
					{ key: "public", header: t("list.public"), cell: ({ isPublic }) => t(isPublic ? "list.yes" : "list.no") },
				]}
			/>
			{more && <a href={`${here}?seite=${page + 1}`}>{t("list.page", { page: String(page + 1) })}</a>}
		</>
	);
}
