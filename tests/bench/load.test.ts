import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { afterEach, expect, test } from "vitest";
import { load } from "./load";

let server: Server | undefined;
afterEach(() => server?.close());

async function house(answer: (count: number) => number): Promise<{ url: string; count: () => number }> {
	let count = 0;
	server = createServer((_, response) => {
		response.statusCode = answer(++count);
		response.end("page");
	}).listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("no port");
	return { url: `http://127.0.0.1:${address.port}/`, count: () => count };
}

test("asks as often as allowed, not more", async () => {
	const { url, count } = await house(() => 200);
	const { answers, p50, p95, perSecond } = await load(url, { requests: 57, seconds: 30, connections: 4 });
	expect([answers, count()]).toEqual([57, 57]);
	expect(p50).toBeGreaterThan(0);
	expect(p95).toBeGreaterThanOrEqual(p50);
	expect(perSecond).toBeGreaterThan(0);
});

test("an answer that is not 200 ends the measurement", async () => {
	const { url } = await house((count) => (count > 5 ? 500 : 200));
	await expect(load(url, { requests: 50, seconds: 30, connections: 2 })).rejects.toThrow("500 from");
});

test("nothing but this machine is asked", async () => {
	await expect(load("http://192.0.2.1/", { requests: 1, seconds: 1, connections: 1 })).rejects.toThrow(
		"not this machine",
	);
});
