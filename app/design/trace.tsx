import type { ReactNode } from "react";
import { useText } from "~/platform/i18n";
import { messages } from "./messages";
import { Picture } from "./picture";
import { svgLines } from "./svg-text";

export type TraceStep = {
	id: string;
	/** What it is: "Beitrag", "Empfehlung", "Maßnahme". */
	kind: string;
	title: string;
	href?: string;
	/** A Badge. */
	state?: ReactNode;
	/** A LocalDate. */
	date?: ReactNode;
	/** Ids of the steps it came from; without them it follows the step before. */
	from?: readonly string[];
	/** The object one is looking at. */
	here?: boolean;
};

const ROW = 84;
const LANE = 26;

/** Which lane each step is drawn in: a step goes on in the lane of the step it came from, a branch opens the next free one. */
export function lanes(steps: readonly TraceStep[]): Map<string, number> {
	const lane = new Map<string, number>();
	const continued = new Set<string>();
	let next = 0;
	steps.forEach((step, index) => {
		const before = steps[index - 1];
		const parents = step.from ?? (before ? [before.id] : []);
		const heir = parents.find((id) => lane.has(id) && !continued.has(id));
		if (heir !== undefined) {
			continued.add(heir);
			lane.set(step.id, lane.get(heir) ?? 0);
		} else lane.set(step.id, next++);
	});
	return lane;
}

function TraceList({ steps }: { steps: readonly TraceStep[] }) {
	const t = useText(messages);
	return (
		<ol className="gw-trace">
			{steps.map((step) => (
				<li
					key={step.id}
					className={step.here ? "gw-step gw-step--here" : "gw-step"}
					aria-current={step.here ? "step" : undefined}
				>
					<p className="gw-step__kind">
						{step.kind}
						{step.here && <span className="gw-step__here">{t("trace.here")}</span>}
					</p>
					<p className="gw-step__title">
						{step.href && !step.here ? <a href={step.href}>{step.title}</a> : step.title}
					</p>
					{(step.state || step.date) && (
						<p className="gw-step__facts">
							{step.state} {step.date}
						</p>
					)}
				</li>
			))}
		</ol>
	);
}

/** The story of an object (Werdegang): its steps as a list with links and, beside it, as a picture of what came from what. */
export function Trace({ steps, id = "trace" }: { steps: readonly TraceStep[]; id?: string }) {
	const t = useText(messages);
	const lane = lanes(steps);
	const row = new Map(steps.map((step, index) => [step.id, index]));
	const x = (stepId: string) => 16 + (lane.get(stepId) ?? 0) * LANE;
	const y = (stepId: string) => 26 + (row.get(stepId) ?? 0) * ROW;
	const textX = 16 + (Math.max(0, ...lane.values()) + 1) * LANE;
	const links = steps.flatMap((step, index) => {
		const before = steps[index - 1];
		return (step.from ?? (before ? [before.id] : []))
			.filter((from) => row.has(from))
			.map((from) => ({ from, to: step.id }));
	});
	return (
		<Picture
			id={id}
			title={t("trace.picture")}
			description={t("trace.description", { count: steps.length })}
			viewBox={`0 0 400 ${Math.max(steps.length * ROW, 1)}`}
			equal={<TraceList steps={steps} />}
		>
			{links.map(({ from, to }) => {
				const middle = (y(from) + y(to)) / 2;
				return (
					<path
						key={`${from}-${to}`}
						className="gw-trace-link"
						d={`M${x(from)} ${y(from)}C${x(from)} ${middle} ${x(to)} ${middle} ${x(to)} ${y(to)}`}
					/>
				);
			})}
			{steps.map((step) => (
				<g key={step.id} className={step.here ? "gw-trace-node gw-trace-node--here" : "gw-trace-node"}>
					<circle cx={x(step.id)} cy={y(step.id)} r={step.here ? 11 : 8} />
					<text className="gw-svg-text gw-svg-text--small" x={textX} y={y(step.id) - 4}>
						{step.kind}
					</text>
					{svgLines(step.title, Math.floor((400 - textX) / 9.8), 2).map((line, index) => (
						<text key={line} className="gw-svg-text gw-svg-text--value" x={textX} y={y(step.id) + 15 + index * 20}>
							{line}
						</text>
					))}
				</g>
			))}
		</Picture>
	);
}
