import { beforeAll, describe, expect, test } from "vitest";
import { guest } from "~/platform/actor";
import type { World } from "~/platform/world.server";
import { freshDatabase } from "~tests/support/database";
import { demandOpen, readOnlyNow, setReadOnly } from "./read-only.server";

let world: World;
beforeAll(async () => {
	const { db } = await freshDatabase();
	world = { db, actor: guest, now: new Date("2026-03-10T10:00:00Z"), locale: "de" };
});

const post = (path: string, fields: Record<string, string> = {}) =>
	new Request(`http://localhost${path}`, { method: "POST", body: new URLSearchParams(fields) });

async function answer(request: Request) {
	return demandOpen(world, request).then(
		() => "open",
		(thrown: { init: { status: number }; data: unknown }) => ({ status: thrown.init.status, data: thrown.data }),
	);
}

describe("the operator's switch", () => {
	test("stops submissions, gives back what was typed without secrets, and lets the operator back in", async () => {
		expect(await answer(post("/x"))).toBe("open");
		await setReadOnly(world, true);
		expect(await readOnlyNow(world)).toEqual({ by: "operator", since: world.now });
		const typed = { text: "Ein Radweg", password: "geheim", "confirm-code": "123456" };
		expect(await answer(post("/x", typed))).toEqual({ status: 503, data: { untaken: [["text", "Ein Radweg"]] } });
		for (const path of ["/anmelden", "/anmelden/code", "/anmelden/bestaetigen", "/abmelden", "/betrieb/wartung"]) {
			expect(await answer(post(path))).toBe("open");
		}
		for (const path of ["/anmelden/link", "/abmelden/abc", "/registrieren", "/betrieb/wartung/x"]) {
			expect(await answer(post(path))).toMatchObject({ status: 503 });
		}
		expect(await answer(post("/sprache"))).toBe("open");
		expect(await answer(new Request("http://localhost/x"))).toBe("open");
		const noForm = new Request("http://localhost/x", { method: "PUT", body: "text" });
		expect(await answer(noForm)).toEqual({ status: 503, data: { untaken: [] } });
		await setReadOnly(world, false);
		expect(await answer(post("/x"))).toBe("open");
	});
});
