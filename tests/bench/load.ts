import { Agent, get } from "node:http";

type Bounds = {
	/** Ends after this many answers, */
	requests: number;
	/** or after this time, whichever comes first. */
	seconds: number;
	connections: number;
	headers?: Record<string, string>;
};

/** Pages per second, and the time (milliseconds) within which half, and 95 of 100, of the answers came whole. */
export type Measured = { perSecond: number; p50: number; p95: number; answers: number };

/**
 * Asks for one address over and over, each connection as soon as its last answer is complete. Loopback only.
 * @throws {Error} on the first answer that is not 200, or an address that is not ours
 */
export async function load(url: string, { requests, seconds, connections, headers }: Bounds): Promise<Measured> {
	const { hostname } = new URL(url);
	if (!["localhost", "127.0.0.1", "[::1]"].includes(hostname)) throw new Error(`${hostname} is not this machine.`);
	const agent = new Agent({ keepAlive: true, maxSockets: connections });
	const times: number[] = [];
	const began = performance.now();
	const end = began + seconds * 1_000;
	let started = 0;
	const connection = async () => {
		while (started < requests && performance.now() < end) {
			started++;
			const asked = performance.now();
			await fetchWhole(url, agent, headers);
			times.push(performance.now() - asked);
		}
	};
	try {
		await Promise.all(Array.from({ length: connections }, connection));
	} finally {
		agent.destroy();
	}
	const took = (performance.now() - began) / 1_000;
	times.sort((a, b) => a - b);
	return {
		perSecond: times.length / took,
		p50: percentile(times, 0.5),
		p95: percentile(times, 0.95),
		answers: times.length,
	};
}

function fetchWhole(url: string, agent: Agent, headers: Record<string, string> = {}): Promise<void> {
	return new Promise((done, fail) => {
		const request = get(url, { agent, headers, timeout: 10_000 }, (answer) => {
			answer.resume();
			answer.on("error", fail);
			answer.on("end", () => {
				if (answer.statusCode === 200) done();
				else fail(new Error(`${answer.statusCode} from ${url}`));
			});
		});
		request.on("timeout", () => request.destroy(new Error(`No answer from ${url} within 10 s.`)));
		request.on("error", fail);
	});
}

/** Nearest rank. */
function percentile(sorted: number[], share: number): number {
	return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
