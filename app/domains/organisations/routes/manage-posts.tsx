import { LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { EmptyState } from "~/design/empty-state";
import { PageTitle } from "~/design/page-title";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../post-messages";
import { managedPosts } from "../queries/managed-posts.server";
import { WorkCrumbs } from "../ui/work-crumbs";
import type { Route } from "./+types/manage-posts";

export const loader = conduct(({ world, params }: Route.LoaderArgs & { world: World }) =>
	managedPosts(world, params.place),
);

export default function ManagePosts({ loaderData: { place, posts } }: Route.ComponentProps) {
	const t = useText(messages);
	const here = `/o/${place.slug}/verwaltung/stellen`;
	const create = <LinkButton href={`${here}/neu`}>{t("list.create")}</LinkButton>;
	return (
		<>
			<title>{`${t("list.title")} – ${place.name}`}</title>
			<WorkCrumbs place={place} entries={[{ label: t("list.title") }]} />
			<PageTitle title={t("list.title")} lead={t("list.lead")}>
				{posts.length > 0 && create}
			</PageTitle>
			<DataTable
				caption={t("list.caption", { place: place.name })}
				captionHidden
				rows={posts}
				rowKey={(post) => post.id}
				columns={[
					{
						key: "label",
						header: t("list.label"),
						rowHeader: true,
						cell: (post) => <a href={`${here}/${post.id}`}>{post.label}</a>,
					},
					{ key: "organisation", header: t("list.organisation"), cell: (post) => post.organisation },
					{ key: "holder", header: t("list.holder"), cell: (post) => post.holder ?? t("list.vacant") },
					{ key: "shown", header: t("list.shown"), cell: (post) => (post.isPublic ? t("list.yes") : t("list.no")) },
				]}
				empty={
					<EmptyState title={t("list.none")} action={create}>
						<p>{t("list.noneText")}</p>
					</EmptyState>
				}
			/>
		</>
	);
}
