import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { healthRoutes } from "./health.server";
import { mayLookInside } from "./operator-door.server";

const token = "0123456789abcdef0123456789abcdef";

function caller(ip: string, headers: Record<string, string> = {}, hostname = "localhost") {
	return { ip, hostname, get: ((name: string) => headers[name]) as never };
}

describe("figures and settings of the house", () => {
	test.each([
		["this machine", caller("127.0.0.1"), {}, true],
		["this machine by IPv6", caller("::1", {}, "::1"), {}, true],
		["this machine on a dual socket", caller("::ffff:127.0.0.1"), {}, true],
		["somebody else", caller("192.0.2.7"), {}, false],
		["somebody else who forges a name", caller("192.0.2.7", {}, "localhost"), {}, false],
		["a proxy on this machine that nobody named", caller("127.0.0.1", { "x-forwarded-for": "192.0.2.7" }), {}, false],
		["a proxy that passes the name only", caller("127.0.0.1", {}, "mitmachen.example.de"), {}, false],
		[
			"a caller behind a trusted proxy",
			caller("192.0.2.7", { "x-forwarded-for": "192.0.2.7" }),
			{ TRUST_PROXY: "1" },
			false,
		],
		["the token", caller("192.0.2.7", { authorization: `Bearer ${token}` }), { METRICS_TOKEN: token }, true],
		["a wrong token", caller("192.0.2.7", { authorization: "Bearer x" }), { METRICS_TOKEN: token }, false],
		["a token where none is set", caller("192.0.2.7", { authorization: "Bearer undefined" }), {}, false],
	] as const)("%s", (_who, request, settings, may) => {
		expect(mayLookInside(request, { METRICS_TOKEN: undefined, TRUST_PROXY: undefined, ...settings })).toBe(may);
	});
});

describe("the doors themselves", () => {
	const server = createServer(express().use(healthRoutes()));
	beforeAll(async () => {
		server.listen(0, "127.0.0.1");
		await once(server, "listening");
	});
	afterAll(() => new Promise((done) => server.close(done)));
	const ask = (path: string, headers = {}) =>
		fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { headers });

	test.each(["/health/proxy", "/metrics"])("%s is closed to what a proxy passes on", async (path) => {
		const answer = await ask(path, { "X-Forwarded-For": "192.0.2.7" });
		expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining("METRICS_TOKEN")]);
	});

	test("/health/proxy is open on this machine, /health/live to everybody", async () => {
		expect((await ask("/health/proxy")).status).toBe(200);
		expect((await ask("/health/live", { "X-Forwarded-For": "192.0.2.7" })).status).toBe(200);
	});
});
