import { Breadcrumb } from "~/design/breadcrumb";
import { DataTable } from "~/design/data-table";
import { EmptyState } from "~/design/empty-state";
import { PageTitle } from "~/design/page-title";
import { LocalDate } from "~/design/time";
import { latestAnchors } from "~/platform/audit-anchor.server";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { checkMessages } from "../check-messages";
import { inGroups } from "../fingerprint";
import type { Route } from "./+types/anchors";

export const loader = conduct(async ({ world }: Route.LoaderArgs & { world: World }) => ({
	anchors: await latestAnchors(world),
}));

export default function Anchors({ loaderData: { anchors } }: Route.ComponentProps) {
	const t = useText(checkMessages);
	const { number } = useFormat();
	return (
		<>
			<title>{t("anchors.title")}</title>
			<Breadcrumb entries={[{ label: t("title"), href: "/pruefen" }, { label: t("anchors.title") }]} />
			<PageTitle title={t("anchors.title")} lead={t("anchors.lead")} />
			<DataTable
				caption={t("anchors.title")}
				captionHidden
				rows={anchors}
				rowKey={({ day }) => day}
				empty={<EmptyState title={t("anchors.none")} />}
				columns={[
					{ key: "day", header: t("anchors.day"), rowHeader: true, cell: ({ day }) => <LocalDate value={day} /> },
					{ key: "events", header: t("anchors.events"), numeric: true, cell: ({ events }) => number(events) },
					{ key: "digest", header: t("anchors.digest"), cell: ({ digest }) => inGroups(digest) },
				]}
			/>
		</>
	);
}
