import { Breadcrumb } from "~/design/breadcrumb";
import { DataTable } from "~/design/data-table";
import { EmptyState } from "~/design/empty-state";
import { PageTitle } from "~/design/page-title";
import { PhoneLink } from "~/design/phone-link";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../place-messages";
import { postsAt } from "../queries/posts.server";
import { Deputy, Holder } from "../ui/holder";
import type { Route } from "./+types/posts";

export const loader = conduct(({ world, params }: Route.LoaderArgs & { world: World }) => postsAt(world, params.place));

export default function Posts({ loaderData: { place, posts } }: Route.ComponentProps) {
	const t = useText(messages);
	const home = `/o/${place.slug}`;
	return (
		<>
			<title>{`${t("posts.title")} – ${place.name}`}</title>
			<Breadcrumb entries={[{ label: place.name, href: home }, { label: t("posts.title") }]} />
			<PageTitle title={t("posts.title")} lead={t("posts.lead")} />
			<DataTable
				caption={t("posts.caption", { place: place.name })}
				captionHidden
				rows={posts}
				rowKey={(post) => post.id}
				columns={[
					{
						key: "post",
						header: t("posts.post"),
						rowHeader: true,
						cell: (post) => <a href={`${home}/stellen/${post.id}`}>{post.label}</a>,
					},
					{ key: "organisation", header: t("posts.organisation"), cell: (post) => post.organisation },
					{ key: "holder", header: t("posts.holder"), cell: (post) => <Holder post={post} /> },
					{ key: "deputy", header: t("posts.deputy"), cell: (post) => <Deputy post={post} /> },
					{
						key: "phone",
						header: t("posts.phone"),
						cell: (post) => (post.phone ? <PhoneLink number={post.phone} /> : "–"),
					},
				]}
				empty={
					<EmptyState title={t("start.noPosts")}>
						<p>{t("start.noPostsText")}</p>
					</EmptyState>
				}
			/>
		</>
	);
}
