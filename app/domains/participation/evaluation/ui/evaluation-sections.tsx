import { DataTable } from "~/design/data-table";
import { Section } from "~/design/layout";
import { SummaryList } from "~/design/summary-list";
import type { Shown } from "./present";

/** The figures of an evaluation: each with its words, parts of a whole as tables. */
export function EvaluationSections({ sections }: { sections: readonly Shown[] }) {
	return sections.map(({ key, title, lines, tables }) => (
		<Section key={key} id={key} title={title}>
			<SummaryList
				rows={lines.map(({ label, value, note }) => ({
					term: label,
					value: (
						<>
							<strong>{value}</strong>
							{note && (
								<>
									<br />
									{note}
								</>
							)}
						</>
					),
				}))}
			/>
			{tables.map(({ title: caption, labelHeader, valueHeader, rows }) => (
				<DataTable
					key={caption}
					caption={caption}
					columns={[
						{ key: "label", header: labelHeader, cell: (row: { label: string }) => row.label, rowHeader: true },
						{ key: "value", header: valueHeader, cell: (row: { value: string }) => row.value, numeric: true },
					]}
					rows={rows}
					rowKey={({ label }) => label}
				/>
			))}
		</Section>
	));
}
