import { svgLines } from "./svg-text";

/** A node with its place; persons are circles, organisations boxes. */
export type PictureNode = { id: string; name: string; shape: "circle" | "box"; x: number; y: number };
/** A line between two nodes; a broken one says that it is uncertain. */
export type PictureLine = { id: string; from: string; to: string; broken: boolean };

const margin = { x: 90, y: 46 };

/**
 * Nodes and lines, drawn on the server. The page must show the same as a table, so nothing in here can be pressed. Wider than a
 * telephone: it scrolls inside its frame, by keyboard too.
 */
export function NetworkPicture({
	id,
	title,
	description,
	nodes,
	lines,
	width,
	height,
}: {
	/** Unique on the page. */
	id: string;
	title: string;
	description: string;
	nodes: readonly PictureNode[];
	lines: readonly PictureLine[];
	/** Of the space in which the nodes lie. */
	width: number;
	height: number;
}) {
	const at = new Map(nodes.map((node) => [node.id, node]));
	const [w, h] = [width + 2 * margin.x, height + 2 * margin.y];
	return (
		<figure className="gw-network">
			<p className="gw-figure__title">{title}</p>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse must be able to scroll it (WCAG 2.1.1) */}
			<section className="gw-network__frame" tabIndex={0} aria-label={title}>
				<svg
					className="gw-network__picture"
					viewBox={`${-margin.x} ${-margin.y} ${w} ${h}`}
					width={w}
					height={h}
					role="img"
					aria-labelledby={`${id}-title ${id}-text`}
				>
					<title id={`${id}-title`}>{title}</title>
					<desc id={`${id}-text`}>{description}</desc>
					{lines.map((line) => {
						const [from, to] = [at.get(line.from), at.get(line.to)];
						if (!from || !to) return null;
						const look = line.broken ? "gw-network__line gw-network__line--broken" : "gw-network__line";
						return <line key={line.id} className={look} x1={from.x} y1={from.y} x2={to.x} y2={to.y} />;
					})}
					{nodes.map(({ id: key, name, shape, x, y }) => (
						<g key={key} transform={`translate(${x} ${y})`}>
							{shape === "circle" ? (
								<circle className="gw-network__node" r="9" />
							) : (
								<rect className="gw-network__node gw-network__node--box" x="-11" y="-8" width="22" height="16" rx="2" />
							)}
							<text className="gw-network__name" textAnchor="middle">
								{svgLines(name, 22, 2).map((words, line) => (
									<tspan key={words} x="0" y={24 + line * 14}>
										{words}
									</tspan>
								))}
							</text>
						</g>
					))}
				</svg>
			</section>
			<figcaption className="gw-muted gw-small">{description}</figcaption>
		</figure>
	);
}
