import { DataTable } from "~/design/data-table";
import { LocalDate } from "~/design/time";
import { useFormat, useText } from "~/platform/i18n";
import type { tiePage } from "../queries/tie-page.server";
import { tieMessages } from "../tie-messages";

type Entry = Awaited<ReturnType<typeof tiePage>>["history"][number];

/** What became of a tie, by whom and when. */
export function TieHistory({ entries }: { entries: readonly Entry[] }) {
	const t = useText(tieMessages);
	const { dateLong } = useFormat();
	const said = ({ what, day, changes }: Entry) => {
		if (what === "began") return t("tie.began");
		if (what !== "amended") return t(`tie.events.${what}`, { day: day ? dateLong(day) : "–" });
		const fields = changes.map(({ field, before }) => {
			const name = t(`tie.fields.${field}`);
			if (before === undefined) return name;
			return t("tie.dayChange", { field: name, before: before ? dateLong(before) : t("tie.openDay") });
		});
		return t("tie.events.amended", { fields: fields.join(", ") || t("tie.same") });
	};
	return (
		<DataTable
			caption={t("tie.history")}
			captionHidden
			rows={entries}
			rowKey={({ id }) => id}
			columns={[
				{ key: "when", header: t("tie.when"), rowHeader: true, cell: ({ at }) => <LocalDate value={at} /> },
				{ key: "what", header: t("tie.what"), cell: said },
				{ key: "who", header: t("tie.who"), cell: ({ by }) => by ?? t("tie.house") },
			]}
		/>
	);
}
