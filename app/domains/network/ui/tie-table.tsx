import { Badge } from "~/design/badge";
import { DataTable } from "~/design/data-table";
import { EmptyState } from "~/design/empty-state";
import { Period } from "~/design/time";
import { useText } from "~/platform/i18n";
import { messages } from "../messages";
import { staffMessages } from "../staff-messages";

type Row = {
	key: string;
	from: { id: string; name: string };
	to: { id: string; name: string };
	label: string;
	role: string;
	since: string;
	lastDay: string | null;
	source: string;
	uncertain: boolean;
};

/** Ties as a table: what the drawing shows, in words. `linked` leads from names to their pages. */
export function TieTable({ ties, slug, linked }: { ties: readonly Row[]; slug: string; linked: boolean }) {
	const t = useText(staffMessages);
	const say = useText(messages);
	const name = (end: Row["from"]) => {
		if (!end.name) return t("snapshots.nameless");
		return linked ? <a href={`/o/${slug}/verwaltung/netzwerk/akteur/${end.id}`}>{end.name}</a> : end.name;
	};
	return (
		<DataTable
			caption={t("picture.caption")}
			rows={ties}
			rowKey={({ key }) => key}
			columns={[
				{ key: "from", header: t("picture.from"), rowHeader: true, cell: ({ from }) => name(from) },
				{
					key: "label",
					header: t("picture.label"),
					cell: ({ label, role, uncertain }) => (
						<>
							{role ? `${label} (${role})` : label} {uncertain && <Badge tone="warning">{say("uncertain")}</Badge>}
						</>
					),
				},
				{ key: "to", header: t("picture.to"), cell: ({ to }) => name(to) },
				{
					key: "since",
					header: t("picture.since"),
					cell: ({ since, lastDay }) => <Period from={since} until={lastDay ?? undefined} />,
				},
				{ key: "source", header: t("picture.source"), cell: ({ source }) => source || "–" },
			]}
			empty={
				<EmptyState title={t("picture.none")}>
					<p>{t("picture.noneText")}</p>
				</EmptyState>
			}
		/>
	);
}
