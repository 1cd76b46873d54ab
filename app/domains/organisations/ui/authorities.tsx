import { DataTable } from "~/design/data-table";
import { Period } from "~/design/time";
import { useText } from "~/platform/i18n";
import type { Authority } from "../queries/organisations.server";
import { messages } from "../work-messages";

/** Who acts for whom, from one side; with the way to end it for those who may. */
export function Authorities({
	here,
	caption,
	rows,
	none,
}: {
	here: string;
	caption: string;
	rows: readonly (Authority & { mayEnd: boolean })[];
	none: string;
}) {
	const t = useText(messages);
	return (
		<DataTable
			caption={caption}
			captionHidden
			rows={rows}
			rowKey={(row) => row.actingForId}
			columns={[
				{ key: "name", header: t("organisations.organisation"), rowHeader: true, cell: (row) => row.name },
				{ key: "basis", header: t("organisations.basis"), cell: (row) => row.legalBasis },
				{
					key: "period",
					header: t("organisations.period"),
					cell: (row) => <Period from={row.from} until={row.until ?? undefined} />,
				},
				{
					key: "end",
					header: t("organisations.end"),
					cell: (row) =>
						row.mayEnd ? (
							<a
								href={`${here}/vollmacht/${row.actingForId}/beenden`}
								aria-label={t("organisations.endLabel", { name: row.name })}
							>
								{t("organisations.end")}
							</a>
						) : (
							"–"
						),
				},
			]}
			empty={<p>{none}</p>}
		/>
	);
}
