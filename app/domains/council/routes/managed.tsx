import { z } from "zod";
import { ButtonRow, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { EmptyState } from "~/design/empty-state";
import { PageTitle } from "~/design/page-title";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { managedResolutions } from "../queries/resolution-list.server";
import { staffMessages } from "../staff-messages";
import { ResolutionBadges } from "../ui/resolution-badges";
import type { Route } from "./+types/managed";

const pageNumber = z.coerce.number().int().min(1).max(10_000).catch(1);

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const page = pageNumber.parse(new URL(request.url).searchParams.get("seite") ?? 1);
	return { ...(await managedResolutions(world, { place: params.place, page })), page };
});

export default function Managed({ loaderData: { place, resolutions, more, page } }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const { date } = useFormat();
	const here = `/o/${place.slug}/verwaltung/beschluesse`;
	return (
		<>
			<title>{`${t("list.title")} – ${place.name}`}</title>
			<WorkCrumbs place={place} entries={[{ label: t("list.title") }]} />
			<PageTitle title={t("list.title")} above={place.name}>
				<ButtonRow>
					<LinkButton href={`${here}/neu`}>{t("list.create")}</LinkButton>
				</ButtonRow>
			</PageTitle>
			<DataTable
				caption={t("list.caption", { place: place.name })}
				rows={resolutions}
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
					{ key: "session", header: t("list.session"), cell: ({ body, sessionOn }) => `${body}, ${date(sessionOn)}` },
					{ key: "outcome", header: t("list.outcome"), cell: (row) => <ResolutionBadges {...row} /> },
					{ key: "public", header: t("list.public"), cell: ({ isPublic }) => t(isPublic ? "list.yes" : "list.no") },
				]}
			/>
			{more && <a href={`${here}?seite=${page + 1}`}>{t("list.page", { page: String(page + 1) })}</a>}
		</>
	);
}
