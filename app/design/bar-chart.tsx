import { scaleLinear } from "d3-scale";
import { useFormat, useText } from "~/platform/i18n";
import { DataTable } from "./data-table";
import { messages } from "./messages";
import { Picture } from "./picture";
import { pictureId, svgLines } from "./svg-text";

export type Bar = {
	label: string;
	/** Not negative. */
	value: number;
	/** How the value is written, when it is not a plain number ("12 %", "3.400 €"). */
	text?: string;
	/** Stands out, such as the place one is looking at. */
	strong?: boolean;
};

const WIDTH = 400;
const LINE = 20;

/** Bars lying on each other, because German labels are long, and the same numbers as a table. */
export function BarChart({
	title,
	description,
	bars,
	valueLabel,
	labelLabel,
}: {
	title: string;
	/** What the picture shows, in a sentence: the main thing one should see. */
	description: string;
	bars: readonly Bar[];
	/** Heading of the numbers in the table. */
	valueLabel: string;
	/** Heading of the labels in the table. */
	labelLabel?: string;
}) {
	const t = useText(messages);
	const format = useFormat();
	const written = (bar: Bar) => bar.text ?? format.number(bar.value);
	const room = Math.max(...bars.map((bar) => written(bar).length), 1) * 10 + 8;
	const scale = scaleLinear()
		.domain([0, Math.max(...bars.map((bar) => bar.value), 0) || 1])
		.range([0, WIDTH - room]);
	let y = 0;
	const drawn = bars.map((bar) => {
		const lines = svgLines(bar.label, 42, 2);
		const top = y;
		y += lines.length * LINE + 36;
		return { bar, lines, top };
	});
	return (
		<Picture
			id={pictureId(title)}
			title={title}
			description={description}
			viewBox={`0 0 ${WIDTH} ${Math.max(y - 8, 1)}`}
			equal={
				<DataTable
					caption={t("chart.table")}
					columns={[
						{ key: "label", header: labelLabel ?? t("chart.label"), cell: (bar: Bar) => bar.label, rowHeader: true },
						{ key: "value", header: valueLabel, cell: written, numeric: true },
					]}
					rows={bars}
					rowKey={(bar) => bar.label}
				/>
			}
		>
			{drawn.map(({ bar, lines, top }) => {
				const barTop = top + lines.length * LINE + 3;
				const length = Math.max(scale(bar.value), bar.value > 0 ? 2 : 0);
				return (
					<g key={bar.label} className={bar.strong ? "gw-bar-row gw-bar-row--strong" : "gw-bar-row"}>
						{lines.map((line, index) => (
							<text key={line} className="gw-svg-text" x="0" y={top + LINE * (index + 1) - 5}>
								{line}
							</text>
						))}
						<rect className="gw-svg-track" x="0" y={barTop} width={WIDTH - room} height="16" rx="3" />
						<rect className="gw-svg-bar" x="0" y={barTop} width={length} height="16" rx="3" />
						<text className="gw-svg-text gw-svg-text--value" x={WIDTH} y={barTop + 13} textAnchor="end">
							{written(bar)}
						</text>
					</g>
				);
			})}
		</Picture>
	);
}
