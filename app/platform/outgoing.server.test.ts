import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { fetchOutside, NotFetched } from "./outgoing.server";
import { isPublicAddress, outsideAddress } from "./outgoing-address";

vi.hoisted(() => {
	process.env.OUTGOING_HOSTS = "127.0.0.1";
});

let server: Server;
let host: string;
let answer: RequestListener = (_request, response) => response.end();
beforeAll(async () => {
	server = createServer((request, response) => answer(request, response)).listen(0, "127.0.0.1");
	await once(server, "listening");
	host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

it("knows which addresses lead inward", () => {
	for (const inward of [
		"127.0.0.1",
		"10.1.2.3",
		"172.20.0.1",
		"192.168.1.1",
		"169.254.169.254",
		"100.64.0.1",
		"0.0.0.0",
		"224.0.0.1",
		"255.255.255.255",
		"::1",
		"::",
		"fe80::1",
		"fd00::1",
		"::ffff:127.0.0.1",
		"64:ff9b::7f00:1",
		"2002:7f00:1::",
		"localhost",
		"",
	]) {
		expect([inward, isPublicAddress(inward)]).toEqual([inward, false]);
	}
	for (const outward of ["85.214.1.1", "172.32.0.1", "2a01:4f8::1"]) {
		expect([outward, isPublicAddress(outward)]).toEqual([outward, true]);
	}
});

it("takes web addresses only, and other ports only of the operator's own hosts", () => {
	const own = ["ris.intern", "test:8080"];
	for (const refused of [
		"file:///etc/passwd",
		"ftp://ris.example.de/",
		"https://name:secret@ris.example.de/",
		"https://ris.example.de:8443/",
		"http://127.0.0.1/",
		"http://[::1]/",
		"http://2130706433/",
		"http://test:8081/",
		"kein Verweis",
	]) {
		expect([refused, outsideAddress(refused, own)]).toEqual([refused, null]);
	}
	for (const taken of [
		"https://ris.example.de/vo0050.php?__kvonr=170",
		"http://ris.intern:9000/oparl",
		"http://test:8080/",
	]) {
		expect(outsideAddress(taken, own)?.href).toBe(taken);
	}
});

it("asks hosts of the list only, also after a redirect", async () => {
	const hosts = [host];
	answer = (request, response) => {
		if (request.url === "/weiter") response.writeHead(302, { Location: "/da" }).end();
		else if (request.url === "/fort") response.writeHead(302, { Location: "https://example.org/" }).end();
		else if (request.url === "/innen") response.writeHead(302, { Location: "http://169.254.169.254/" }).end();
		else if (request.url === "/kreis") response.writeHead(302, { Location: "/kreis" }).end();
		else response.writeHead(200, { "Content-Type": "Text/Plain; charset=utf-8" }).end("Vorlage");
	};
	const found = await fetchOutside(`http://${host}/weiter`, { hosts });
	expect(found).toMatchObject({ status: 200, url: `http://${host}/da`, mediaType: "text/plain" });
	expect(found.body.toString()).toBe("Vorlage");
	const reasonOf = (address: string, list: readonly string[] = hosts) =>
		fetchOutside(address, { hosts: list }).catch((error) => (error instanceof NotFetched ? error.reason : error));
	expect(await reasonOf(`http://${host}/da`, ["ris.example.de"])).toBe("host-refused");
	expect(await reasonOf(`http://${host}/fort`)).toBe("host-refused");
	expect(await reasonOf(`http://${host}/innen`)).toBe("address-refused");
	expect(await reasonOf(`http://${host}/kreis`)).toBe("too-many-redirects");
	expect(await reasonOf("http://localhost/", ["localhost"])).toBe("host-refused");
});

it("ends what is too long, too slow or not there", async () => {
	const reasonOf = (path: string) =>
		fetchOutside(`http://${host}${path}`, { hosts: [host], mostBytes: 1000, timeLimit: 300 }).catch(
			(error) => error.reason,
		);
	answer = (request, response) => {
		if (request.url === "/lang") response.end("x".repeat(2000));
		else if (request.url === "/ab") response.destroy();
		else response.write("x");
	};
	expect(await reasonOf("/lang")).toBe("too-large");
	expect(await reasonOf("/ab")).toBe("unreachable");
	expect(await reasonOf("/langsam")).toBe("too-slow");
	answer = (_request, response) => response.writeHead(404).end("weg");
	expect(await fetchOutside(`http://${host}/weg`, { hosts: [host] })).toMatchObject({ status: 404 });
});
