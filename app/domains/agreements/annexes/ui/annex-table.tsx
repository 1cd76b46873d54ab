import type { ReactNode } from "react";
import { DataTable } from "~/design/data-table";
import { useText } from "~/platform/i18n";
import { messages } from "../../particulars/messages";

type Annex = { id?: string; title: string; name: string; sha256: string; href: string | null };

/** Annexes with their files and fingerprints, in the order of the contract. */
export function AnnexTable({
	annexes,
	act,
}: {
	annexes: readonly Annex[];
	act?: (id: string | undefined, name: string) => ReactNode;
}) {
	const t = useText(messages);
	return (
		<DataTable
			caption={t("annexes.title")}
			captionHidden
			rows={annexes}
			rowKey={({ sha256 }) => sha256}
			columns={[
				{ key: "title", header: t("annexes.name"), rowHeader: true, cell: ({ title }) => title },
				{
					key: "file",
					header: t("annexes.file"),
					cell: ({ href, name }) =>
						href ? (
							<a href={href} download>
								{name}
							</a>
						) : (
							name
						),
				},
				{ key: "sha256", header: t("annexes.sha256"), cell: ({ sha256 }) => <code>{sha256}</code> },
				...(act ? [{ key: "act", header: t("act"), cell: ({ id, title }: Annex) => act(id, title) }] : []),
			]}
		/>
	);
}
