import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { Breadcrumb } from "~/design/breadcrumb";
import { ButtonRow, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { EmptyState } from "~/design/empty-state";
import { PageTitle } from "~/design/page-title";
import { LocalDate } from "~/design/time";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { existingMessages } from "../messages";
import { contractsPage } from "../queries/contracts.server";
import type { Route } from "./+types/contracts";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const query = new URL(request.url).searchParams;
	const taken = Number(query.get("uebernommen") ?? "0");
	return {
		...(await contractsPage(world, params.place)),
		removed: query.has("geloescht"),
		taken: Number.isInteger(taken) && taken > 0 && taken <= 1000 ? taken : null,
	};
});

export default function Contracts({ loaderData: { place, contracts, removed, taken } }: Route.ComponentProps) {
	const t = useText(existingMessages);
	const { money } = useFormat();
	const here = `/o/${place.slug}/verwaltung/vereinbarungen/bestand`;
	const enter = (
		<ButtonRow>
			<LinkButton href={`${here}/neu`} icon="add">
				{t("enter")}
			</LinkButton>
			<LinkButton href={`${here}/einlesen`} look="secondary">
				{t("import")}
			</LinkButton>
		</ButtonRow>
	);
	return (
		<>
			<title>{`${t("title")} – ${place.name}`}</title>
			<Breadcrumb entries={[{ label: place.name, href: `/o/${place.slug}` }, { label: t("title") }]} />
			{removed && <Alert tone="success" title={t("page.removed")} live />}
			{taken !== null && <Alert tone="success" title={t("sheet.taken", { count: taken })} live />}
			<PageTitle title={t("title")} lead={t("lead")}>
				{contracts.length > 0 && enter}
			</PageTitle>
			<DataTable
				caption={t("caption")}
				rows={contracts}
				rowKey={({ id }) => id}
				empty={
					<EmptyState title={t("empty")} action={enter}>
						{t("emptyText")}
					</EmptyState>
				}
				columns={[
					{
						key: "name",
						header: t("name"),
						rowHeader: true,
						cell: ({ id, title }) => <a href={`${here}/${id}`}>{title}</a>,
					},
					{ key: "partner", header: t("partner"), cell: ({ parties }) => parties.join(", ") },
					{
						key: "last",
						header: t("lastDay"),
						cell: ({ lastDay, over }) =>
							lastDay === null ? (
								t("openEnd")
							) : (
								<>
									<LocalDate value={lastDay} /> {over && <Badge>{t("over")}</Badge>}
								</>
							),
					},
					{
						key: "notice",
						header: t("notice"),
						cell: ({ noticeBy }) => (noticeBy ? <LocalDate value={noticeBy} /> : "–"),
					},
					{
						key: "own",
						header: t("ownYear"),
						numeric: true,
						cell: ({ ownThisYear }) => money(BigInt(ownThisYear)),
					},
				]}
			/>
		</>
	);
}
