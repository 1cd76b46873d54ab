import type { ReactNode } from "react";
import { DataTable } from "~/design/data-table";
import { useFormat, useText } from "~/platform/i18n";
import { messages } from "../messages";
import type { Rhythm } from "../particulars";

type Act = ((id: string | undefined, name: string) => ReactNode) | undefined;

/** Lines of an agreement, parties by name; `act` puts a button at each line's end. */
type Lines<Line> = { rows: readonly (Line & { id?: string; party: string })[]; act?: Act };

/** Conditions of the funding; nothing where there are none. */
export function ConditionTable({
	rows,
	act,
}: Lines<{ text: string; evidence: string; source: string; dueOn: string | null }>) {
	const t = useText(messages);
	const { date } = useFormat();
	if (rows.length === 0) return null;
	return (
		<DataTable
			caption={t("conditions")}
			rows={rows}
			rowKey={({ id, text, party }) => id ?? `${party} ${text}`}
			columns={[
				{ key: "text", header: t("condition"), rowHeader: true, cell: ({ text }) => text },
				{ key: "evidence", header: t("evidence"), cell: ({ evidence }) => evidence || t("none") },
				{ key: "source", header: t("source"), cell: ({ source }) => source || t("none") },
				{ key: "party", header: t("party"), cell: ({ party }) => party },
				{ key: "due", header: t("due"), cell: ({ dueOn }) => (dueOn ? date(dueOn) : t("none")) },
				...(act ? [{ key: "act", header: t("act"), cell: (row: (typeof rows)[number]) => act(row.id, row.text) }] : []),
			]}
		/>
	);
}

/** Who tells whom what, how often; nothing where nobody has to. */
export function InformationTable({
	rows,
	act,
}: Lines<{ subject: string; recipient: string; rhythm: Rhythm; firstOn: string | null }>) {
	const t = useText(messages);
	const { date } = useFormat();
	if (rows.length === 0) return null;
	return (
		<DataTable
			caption={t("duties")}
			rows={rows}
			rowKey={({ id, subject, party }) => id ?? `${party} ${subject}`}
			columns={[
				{ key: "what", header: t("what"), rowHeader: true, cell: ({ subject }) => subject },
				{ key: "who", header: t("who"), cell: ({ party }) => party },
				{ key: "whom", header: t("whom"), cell: ({ recipient }) => recipient },
				{
					key: "rhythm",
					header: t("rhythm"),
					cell: ({ rhythm, firstOn }) =>
						firstOn ? t("firstOn", { rhythm: t(`rhythms.${rhythm}`), day: date(firstOn) }) : t(`rhythms.${rhythm}`),
				},
				...(act
					? [{ key: "act", header: t("act"), cell: (row: (typeof rows)[number]) => act(row.id, row.subject) }]
					: []),
			]}
		/>
	);
}

/** Offices that answer in public; nothing where none is named. */
export function ContactTable({ rows, act }: Lines<{ office: string; reach: string }>) {
	const t = useText(messages);
	if (rows.length === 0) return null;
	return (
		<DataTable
			caption={t("contacts")}
			rows={rows}
			rowKey={({ id, office, party }) => id ?? `${party} ${office}`}
			columns={[
				{ key: "office", header: t("office"), rowHeader: true, cell: ({ office }) => office },
				{ key: "party", header: t("party"), cell: ({ party }) => party },
				{ key: "reach", header: t("reach"), cell: ({ reach }) => reach },
				...(act
					? [{ key: "act", header: t("act"), cell: (row: (typeof rows)[number]) => act(row.id, row.office) }]
					: []),
			]}
		/>
	);
}
