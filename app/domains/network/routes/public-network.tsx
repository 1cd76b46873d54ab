import { Badge } from "~/design/badge";
import { Breadcrumb } from "~/design/breadcrumb";
import { DataTable } from "~/design/data-table";
import { EmptyState } from "~/design/empty-state";
import { PageTitle } from "~/design/page-title";
import { Pagination } from "~/design/pagination";
import { SearchField } from "~/design/search-field";
import { LocalDate } from "~/design/time";
import { guest } from "~/platform/actor";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { readFilter } from "../filter";
import { messages } from "../messages";
import { listParties } from "../queries/party-list.server";
import { ownerOf } from "../queries/place-of-network.server";
import type { Route } from "./+types/public-network";

const pageSize = 50;

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const query = new URL(request.url).searchParams;
	const place = await ownerOf(world, params.place);
	const { words } = readFilter(query);
	const filter = { ...readFilter(new URLSearchParams()), words };
	const page = Math.min(1000, Math.max(1, Number.parseInt(query.get("seite") ?? "1", 10) || 1));
	// Also those who work here see what everybody sees: this page is to be shown around.
	const { parties, total } = await listParties({ ...world, actor: guest }, place.ownerId, filter, {
		page,
		size: pageSize,
	});
	return {
		place: { slug: place.slug, name: place.name },
		words,
		page,
		total,
		parties: parties.map(({ id, name, kind, ties, confirmedOn, uncertain }) => ({
			...{ id, name, kind, ties, confirmedOn, uncertain },
		})),
	};
});

/** What is public of a network. */
export default function PublicNetwork({ loaderData: { place, words, page, total, parties } }: Route.ComponentProps) {
	const t = useText(messages);
	const here = `/o/${place.slug}/netzwerk`;
	return (
		<>
			<title>{`${t("public.title")} – ${place.name}`}</title>
			<Breadcrumb entries={[{ label: place.name, href: `/o/${place.slug}` }, { label: t("public.title") }]} />
			<PageTitle title={t("public.title")} lead={t("public.lead", { place: place.name })} />
			<SearchField action={here} value={words} />
			<DataTable
				caption={t("public.caption")}
				captionHidden
				rows={parties}
				rowKey={({ id }) => id}
				columns={[
					{
						key: "name",
						header: t("public.name"),
						rowHeader: true,
						cell: ({ name, kind }) => (
							<>
								{name} <span className="gw-muted gw-small">{t(`kinds.${kind}`)}</span>
							</>
						),
					},
					{
						key: "ties",
						header: t("public.what"),
						cell: ({ ties }) =>
							ties.length === 0 ? (
								"–"
							) : (
								<ul>
									{ties.map((tie) => (
										<li key={tie}>{tie}</li>
									))}
								</ul>
							),
					},
					{
						key: "confirmed",
						header: t("public.confirmed"),
						cell: ({ confirmedOn, uncertain }) => (
							<>
								<LocalDate value={confirmedOn} /> {uncertain && <Badge tone="warning">{t("uncertain")}</Badge>}
							</>
						),
					},
				]}
				empty={<EmptyState title={t("public.none")} />}
			/>
			<Pagination
				page={page}
				pageSize={pageSize}
				total={total}
				hrefFor={(number) =>
					`${here}?${new URLSearchParams({ ...(words ? { q: words } : {}), seite: String(number) })}`
				}
			/>
		</>
	);
}
