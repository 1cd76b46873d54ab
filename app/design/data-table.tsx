import type { ReactNode } from "react";
import { useText } from "~/platform/i18n";
import { Icon } from "./icon";
import { messages } from "./messages";

/** One column. `sort` makes its heading a link; `direction` says that the list is sorted by it now. */
export type Column<Row> = {
	key: string;
	header: string;
	cell: (row: Row) => ReactNode;
	/** Numbers stand at the end so that digits align. */
	numeric?: boolean;
	/** The column that names the row; exactly one column should. */
	rowHeader?: boolean;
	sort?: { href: string; direction?: "ascending" | "descending" };
};

/**
 * A table of data. Where it has too little room every row becomes a card in which each value carries its column's name,
 * so nothing scrolls sideways at 320 px. `empty` stands where there are no rows.
 */
export function DataTable<Row>({
	caption,
	captionHidden,
	columns,
	rows,
	rowKey,
	footer,
	empty,
}: {
	caption: string;
	captionHidden?: boolean;
	columns: readonly Column<Row>[];
	rows: readonly Row[];
	rowKey: (row: Row) => string;
	/** Values of a closing row, by column key (sums). */
	footer?: Record<string, ReactNode>;
	empty?: ReactNode;
}) {
	const t = useText(messages);
	if (rows.length === 0 && empty) return empty;
	const sizes = [
		{ from: 13, name: " gw-table-box--cards" },
		{ from: 9, name: " gw-table-box--wide" },
		{ from: 5, name: " gw-table-box--many" },
		{ from: 4, name: "" },
		{ from: 0, name: " gw-table-box--few" },
	];
	const size = sizes.find(({ from }) => columns.length >= from)?.name ?? "";
	return (
		<div className={`gw-table-box${size}`}>
			<table className="gw-table">
				<caption className={captionHidden ? "kern-sr-only" : undefined}>{caption}</caption>
				<thead>
					<tr>
						{columns.map((column) => (
							<th
								key={column.key}
								scope="col"
								className={column.numeric ? "gw-table__number" : undefined}
								aria-sort={column.sort?.direction}
							>
								{column.sort ? (
									<a className="gw-table__sort" href={column.sort.href}>
										{column.header}
										{column.sort.direction && (
											<Icon name={column.sort.direction === "ascending" ? "arrow-up" : "arrow-down"} small />
										)}
										<span className="kern-sr-only">
											{", "}
											{column.sort.direction === "ascending"
												? t("table.sortedUp")
												: column.sort.direction === "descending"
													? t("table.sortedDown")
													: t("table.sort")}
										</span>
									</a>
								) : (
									column.header
								)}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{rows.map((row) => (
						<tr key={rowKey(row)}>
							{columns.map((column) =>
								column.rowHeader ? (
									<th key={column.key} scope="row">
										{column.cell(row)}
									</th>
								) : (
									<td
										key={column.key}
										data-label={column.header}
										className={column.numeric ? "gw-table__number" : undefined}
									>
										{column.cell(row)}
									</td>
								),
							)}
						</tr>
					))}
				</tbody>
				{footer && (
					<tfoot>
						<tr>
							{columns.map((column) =>
								column.rowHeader ? (
									<th key={column.key} scope="row">
										{footer[column.key]}
									</th>
								) : (
									<td
										key={column.key}
										data-label={column.header}
										className={column.numeric ? "gw-table__number" : undefined}
									>
										{footer[column.key]}
									</td>
								),
							)}
						</tr>
					</tfoot>
				)}
			</table>
		</div>
	);
}
