export type Placed = { id: string; x: number; y: number };

const rounds = 220;
/** Nodes start on a spiral of the golden angle: nobody on top of another, and the same every time. */
const goldenAngle = Math.PI * (3 - Math.sqrt(5));

/**
 * Places nodes so that tied ones are near and all others apart (forces after Fruchterman and Reingold 1991). Without chance:
 * the same nodes and ties give the same drawing, in whatever order they come.
 * @returns places inside 0…width and 0…height, by id
 */
export function layOut(
	ids: readonly string[],
	ties: readonly { from: string; to: string }[],
	{ width, height }: { width: number; height: number },
): Placed[] {
	const degree = new Map<string, number>();
	for (const { from, to } of ties) for (const id of [from, to]) degree.set(id, (degree.get(id) ?? 0) + 1);
	// Those with many ties begin in the middle.
	const order = [...new Set(ids)].sort((a, b) => (degree.get(b) ?? 0) - (degree.get(a) ?? 0) || (a < b ? -1 : 1));
	const index = new Map(order.map((id, place) => [id, place]));
	const pairs = [
		...new Set(
			ties.flatMap(({ from, to }) => {
				const [one, other] = [index.get(from), index.get(to)];
				if (one === undefined || other === undefined || one === other) return [];
				return [one < other ? `${one} ${other}` : `${other} ${one}`];
			}),
		),
	]
		.sort()
		.map((pair) => pair.split(" ").map(Number) as [number, number]);
	const { xs, ys } = settle(order.length, pairs);
	return apart(fitted(order, { xs, ys }, { width, height }), { width, height });
}

/** What a node takes with its name of up to two lines below it. */
const box = { width: 118, height: 46 };
const pushes = 80;

/** Moves nodes whose names would lie on each other, each pair the shorter way; who has no room left stays. */
function apart(placed: readonly Placed[], { width, height }: { width: number; height: number }): Placed[] {
	const nodes = placed.map((one) => ({ ...one }));
	for (let push = 0; push < pushes; push++) {
		let moved = false;
		nodes.forEach((one, place) => {
			for (const other of nodes.slice(place + 1)) {
				const [x, y] = [box.width - Math.abs(one.x - other.x), box.height - Math.abs(one.y - other.y)];
				if (x <= 0 || y <= 0) continue;
				moved = true;
				const axis = y <= x ? ("y" as const) : ("x" as const);
				const way = (Math.min(x, y) / 2) * (one[axis] <= other[axis] ? 1 : -1);
				const size = axis === "y" ? height : width;
				one[axis] = Math.min(size, Math.max(0, one[axis] - way));
				other[axis] = Math.min(size, Math.max(0, other[axis] + way));
			}
		});
		if (!moved) break;
	}
	const round = (value: number) => Math.round(value * 10) / 10;
	return nodes.map(({ id, x, y }) => ({ id, x: round(x), y: round(y) }));
}

function settle(count: number, pairs: readonly [number, number][]): { xs: Float64Array; ys: Float64Array } {
	const xs = Float64Array.from({ length: count }, (_, n) => Math.sqrt(n) * Math.cos(n * goldenAngle));
	const ys = Float64Array.from({ length: count }, (_, n) => Math.sqrt(n) * Math.sin(n * goldenAngle));
	const at = (values: Float64Array, n: number) => values[n] ?? 0;
	for (let round = 0; round < rounds; round++) {
		const step = 0.9 * (1 - round / rounds) + 0.02;
		const [dx, dy] = [new Float64Array(count), new Float64Array(count)];
		const push = (n: number, x: number, y: number) => {
			dx[n] = at(dx, n) + x;
			dy[n] = at(dy, n) + y;
		};
		for (let a = 0; a < count; a++) {
			for (let b = a + 1; b < count; b++) {
				const [x, y] = [at(xs, a) - at(xs, b), at(ys, a) - at(ys, b)];
				const square = Math.max(x * x + y * y, 0.01);
				push(a, x / square, y / square);
				push(b, -x / square, -y / square);
			}
			// Parts that are not tied to each other must not drift away.
			push(a, -0.06 * at(xs, a), -0.06 * at(ys, a));
		}
		for (const [a, b] of pairs) {
			const [x, y] = [at(xs, a) - at(xs, b), at(ys, a) - at(ys, b)];
			const pull = Math.sqrt(x * x + y * y) * 0.15;
			push(a, -x * pull, -y * pull);
			push(b, x * pull, y * pull);
		}
		for (let n = 0; n < count; n++) {
			const force = Math.hypot(at(dx, n), at(dy, n));
			if (force === 0) continue;
			const way = Math.min(force, step) / force;
			xs[n] = at(xs, n) + at(dx, n) * way;
			ys[n] = at(ys, n) + at(dy, n) * way;
		}
	}
	return { xs, ys };
}

function fitted(
	order: readonly string[],
	{ xs, ys }: { xs: Float64Array; ys: Float64Array },
	{ width, height }: { width: number; height: number },
): Placed[] {
	const into = (values: Float64Array, size: number) => {
		const [low, high] = [Math.min(...values), Math.max(...values)];
		// One node, or all on one line: in the middle.
		if (!(high - low > 1e-9)) return () => size / 2;
		return (value: number) => ((value - low) / (high - low)) * size;
	};
	const [x, y] = [into(xs, width), into(ys, height)];
	const round = (value: number) => Math.round(value * 10) / 10;
	return order.map((id, n) => ({ id, x: round(x(xs[n] ?? 0)), y: round(y(ys[n] ?? 0)) }));
}
