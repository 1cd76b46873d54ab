import { Badge } from "~/design/badge";
import { Breadcrumb } from "~/design/breadcrumb";
import { ButtonRow, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { EmptyState } from "~/design/empty-state";
import { PageTitle } from "~/design/page-title";
import { LocalDate } from "~/design/time";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { formMessages } from "../form-messages";
import { messages } from "../messages";
import { managedGroups } from "../queries/managed-groups.server";
import type { Route } from "./+types/managed-groups";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	managedGroups(world, params),
);

/** The groups of a place for those who manage them. */
export default function ManagedGroups({ loaderData: { place, groups } }: Route.ComponentProps) {
	const t = useText(formMessages);
	const words = useText(messages);
	const path = `/o/${place.slug}/verwaltung/arbeitskreise`;
	const create = <LinkButton href={`${path}/neu`}>{t("managed.create")}</LinkButton>;
	return (
		<>
			<title>{`${t("managed.title")} – ${place.name}`}</title>
			<Breadcrumb entries={[{ label: place.name, href: `/o/${place.slug}` }, { label: t("managed.title") }]} />
			<PageTitle title={t("managed.title")}>{groups.length > 0 && <ButtonRow>{create}</ButtonRow>}</PageTitle>
			<DataTable
				caption={t("managed.title")}
				captionHidden
				rows={groups}
				rowKey={({ slug }) => slug}
				empty={
					<EmptyState title={t("managed.empty")} action={create}>
						<p>{t("managed.emptyHint")}</p>
					</EmptyState>
				}
				columns={[
					{
						key: "name",
						header: t("managed.name"),
						rowHeader: true,
						cell: ({ slug, name }) => <a href={`${path}/${slug}`}>{name}</a>,
					},
					{ key: "meetings", header: t("managed.meetings"), numeric: true, cell: ({ meetings }) => meetings },
					{
						key: "recommendations",
						header: t("managed.recommendations"),
						numeric: true,
						cell: ({ recommendations }) => recommendations,
					},
					{ key: "review", header: t("managed.review"), cell: ({ reviewOn }) => <LocalDate value={reviewOn} /> },
					{
						key: "state",
						header: t("managed.state"),
						cell: ({ isPublic, ended }) => (
							<Badge>{ended ? t("managed.ended") : words(isPublic ? "public" : "closed")}</Badge>
						),
					},
				]}
			/>
		</>
	);
}
