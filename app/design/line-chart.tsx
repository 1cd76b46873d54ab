import { max, min } from "d3-array";
import { scaleLinear, scalePoint } from "d3-scale";
import { line } from "d3-shape";
import { useFormat, useText } from "~/platform/i18n";
import { DataTable } from "./data-table";
import { messages } from "./messages";
import { Picture } from "./picture";
import { pictureId } from "./svg-text";

/** One line; `null` is a gap. At most four lines can be told apart without colour (dash and mark differ). */
export type Series = { name: string; values: readonly (number | null)[] };

const WIDTH = 400;
const HEIGHT = 240;
/** Room for what stands beside the grid; longer labels get more. */
const LEFT = 58;
const LETTER = 7;
const RIGHT = 14;
const TOP = 12;
const BOTTOM = 30;

function Mark({ kind, x, y }: { kind: number; x: number; y: number }) {
	if (kind === 1) return <rect x={x - 4} y={y - 4} width="8" height="8" />;
	if (kind === 2) return <path d={`M${x} ${y - 5.5}l5.5 9.5h-11z`} />;
	if (kind === 3) return <path d={`M${x} ${y - 6}l6 6-6 6-6-6z`} />;
	return <circle cx={x} cy={y} r="4.5" />;
}

/** Values over time as lines that differ by dash and mark, and the same numbers as a table. */
export function LineChart({
	title,
	description,
	steps,
	stepLabel,
	series,
	write,
}: {
	title: string;
	/** What the picture shows, in a sentence. */
	description: string;
	/** Names of the points in time, such as years. */
	steps: readonly string[];
	/** Heading of the steps in the table ("Jahr"). */
	stepLabel: string;
	series: readonly Series[];
	/** How a value is written; plain numbers by default. */
	write?: (value: number) => string;
}) {
	const t = useText(messages);
	const format = useFormat();
	const written = write ?? format.number;
	const known = series.flatMap((one) => one.values.filter((value) => value !== null));
	const y = scaleLinear()
		.domain([Math.min(0, min(known) ?? 0), max(known) || 1])
		.nice(4)
		.range([HEIGHT - BOTTOM, TOP]);
	const ticks = y.ticks(4);
	const left = Math.max(LEFT, ...ticks.map((tick) => written(tick).length * LETTER + 8));
	const x = scalePoint<number>()
		.domain(steps.map((_, index) => index))
		.range([left + 8, WIDTH - RIGHT]);
	const at = (index: number) => x(index) ?? left;
	const every = Math.ceil(steps.length / 6);
	const draw = line<number | null>()
		.defined((value) => value !== null)
		.x((_, index) => at(index))
		.y((value) => y(value ?? 0));
	const rows = steps.map((step, index) => ({ step, index }));
	return (
		<Picture
			id={pictureId(title)}
			title={title}
			description={description}
			viewBox={`0 0 ${WIDTH} ${HEIGHT + series.length * 22}`}
			equal={
				<DataTable
					caption={t("chart.table")}
					columns={[
						{ key: "step", header: stepLabel, cell: (row: (typeof rows)[number]) => row.step, rowHeader: true },
						...series.map((one) => ({
							key: one.name,
							header: one.name,
							numeric: true,
							cell: (row: (typeof rows)[number]) => {
								const value = one.values[row.index];
								return value === null || value === undefined ? "–" : written(value);
							},
						})),
					]}
					rows={rows}
					rowKey={(row) => row.step}
				/>
			}
		>
			{ticks.map((tick) => (
				<g key={tick}>
					<line className="gw-svg-grid" x1={left} x2={WIDTH} y1={y(tick)} y2={y(tick)} />
					<text className="gw-svg-text gw-svg-text--small" x={left - 6} y={y(tick) + 4} textAnchor="end">
						{written(tick)}
					</text>
				</g>
			))}
			{rows
				.filter(({ index }) => index % every === 0)
				.map(({ step, index }) => (
					<text key={step} className="gw-svg-text gw-svg-text--small" x={at(index)} y={HEIGHT - 8} textAnchor="middle">
						{step}
					</text>
				))}
			{series.map((one, kind) => (
				<g key={one.name} className={`gw-line gw-line--${kind % 4}`}>
					<path className="gw-line__path" d={draw([...one.values]) ?? ""} />
					{rows.map(({ step, index }) => {
						const value = one.values[index];
						return value === null || value === undefined ? null : (
							<Mark key={step} kind={kind % 4} x={at(index)} y={y(value)} />
						);
					})}
					<path className="gw-line__path" d={`M4 ${HEIGHT + kind * 22 + 8}h40`} />
					<Mark kind={kind % 4} x={24} y={HEIGHT + kind * 22 + 8} />
					<text className="gw-svg-text" x="54" y={HEIGHT + kind * 22 + 13}>
						{one.name}
					</text>
				</g>
			))}
		</Picture>
	);
}
