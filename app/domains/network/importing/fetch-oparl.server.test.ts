import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { must } from "~tests/factories/outcome";
import { type OparlServer, startOparlServer } from "~tests/support/oparl-server";
import { fetchOparl } from "./fetch-oparl.server";

vi.hoisted(() => {
	process.env.OUTGOING_HOSTS = "127.0.0.1";
});

let server: OparlServer;
const schema = "https://schema.oparl.org/1.1";
const codeOf = async (address: string) => {
	const outcome = await fetchOparl(address);
	return outcome.done ? "done" : outcome.refusals.map(({ code, field }) => `${field}: ${code}`).join();
};

beforeAll(async () => {
	server = await startOparlServer();
	const person = (number: number) => ({
		id: `${server.origin}/p/${number}`,
		type: `${schema}/Person`,
		name: `Rat ${number}`,
	});
	// Three pages of the list, so that the next page has to be asked for.
	server.lists.set("/body/0/persons/", [1, 2, 3, 4, 5].map(person));
	const organization = { id: `${server.origin}/o/1`, type: `${schema}/Organization`, name: "Rat" };
	server.lists.set("/body/0/organizations/", [organization]);
	server.lists.set(
		"/body/0/memberships/",
		[1, 2, 3].map((number) => ({
			...{ id: `${server.origin}/m/${number}`, type: `${schema}/Membership`, organization: organization.id },
			...{ person: `${server.origin}/p/${number}`, startDate: "2024-07-01", role: "Mitglied" },
		})),
	);
});
afterAll(() => server.stop());

it("reads people, bodies and memberships to the end of every list, from the door or from one list", async () => {
	const whole = must(await fetchOparl(server.door));
	expect(whole.people.map(({ name }) => name).sort()).toEqual(["Rat 1", "Rat 2", "Rat 3", "Rat 4", "Rat 5"]);
	expect([whole.bodies.length, whole.memberships.length, whole.problems]).toEqual([1, 3, []]);
	expect(server.asked.some((asked) => asked.includes("/papers/") || asked.includes("/meetings/"))).toBe(false);
	const list = must(await fetchOparl(`${server.origin}/body/0/persons/`));
	expect([list.people.length, list.bodies.length]).toEqual([5, 0]);
});

it("says what is wrong, and is all or nothing", async () => {
	expect(await codeOf("kein Ort")).toBe("address: oparl-address");
	expect(await codeOf("http://10.1.2.3/oparl")).toBe("address: oparl-address");
	expect(await codeOf(`${server.origin}/gibt-es-nicht`)).toBe("address: oparl-answered");
	server.pages.set("/text", { body: "<html>Ratsinformation</html>", type: "text/html" });
	expect(await codeOf(`${server.origin}/text`)).toBe("address: oparl-no-json");
	server.pages.set("/leer", { body: "{}" });
	expect(await codeOf(`${server.origin}/leer`)).toBe("address: oparl-nothing");
	server.pages.set("/kaputt", {
		body: JSON.stringify({
			data: [{ type: `${schema}/Person`, id: "x", name: "Rat 9" }],
			links: { next: `${server.origin}/fehlt` },
		}),
	});
	expect(await codeOf(`${server.origin}/kaputt`)).toBe("address: oparl-answered");
	const inside = { data: [], links: { next: "http://169.254.169.254/latest/meta-data" } };
	server.pages.set("/hinein", { body: JSON.stringify(inside) });
	expect(await codeOf(`${server.origin}/hinein`)).toBe("address: oparl-unreachable");
});

it("ends a list that leads round in a circle", async () => {
	server.pages.set("/kreis", {
		body: JSON.stringify({
			data: [{ type: `${schema}/Person`, id: "k", name: "Rat Kreis" }],
			links: { next: `${server.origin}/kreis` },
		}),
	});
	expect(must(await fetchOparl(`${server.origin}/kreis`)).people).toHaveLength(1);
});
