import { LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { EmptyState } from "~/design/empty-state";
import { PageTitle } from "~/design/page-title";
import { LocalDate } from "~/design/time";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../messages";
import { publishedAgreements } from "../queries/lists.server";
import { StateBadge } from "../ui/state-badge";
import type { Route } from "./+types/list-published";

export const loader = conduct(async ({ world }: Route.LoaderArgs & { world: World }) => ({
	agreements: await publishedAgreements(world),
}));

export default function ListPublished({ loaderData: { agreements } }: Route.ComponentProps) {
	const t = useText(messages);
	return (
		<>
			<title>{t("list.title")}</title>
			<PageTitle title={t("list.title")} lead={t("list.lead")}>
				<LinkButton href="/pruefen" look="secondary">
					{t("list.check")}
				</LinkButton>
			</PageTitle>
			<DataTable
				caption={t("list.caption")}
				rows={agreements}
				rowKey={({ code }) => code}
				empty={<EmptyState title={t("list.empty")}>{t("list.emptyText")}</EmptyState>}
				columns={[
					{
						key: "title",
						header: t("list.name"),
						rowHeader: true,
						cell: ({ code, title }) => <a href={`/vereinbarungen/${code}`}>{title}</a>,
					},
					{ key: "parties", header: t("list.parties"), cell: ({ parties }) => parties.join(", ") },
					{ key: "state", header: t("list.state"), cell: ({ state }) => <StateBadge state={state} /> },
					{
						key: "since",
						header: t("list.since"),
						cell: ({ inForceFrom }) => (inForceFrom ? <LocalDate value={inForceFrom} /> : t("page.none")),
					},
				]}
			/>
		</>
	);
}
