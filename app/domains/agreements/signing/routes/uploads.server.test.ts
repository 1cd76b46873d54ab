import { readdir } from "node:fs/promises";
import { RouterContextProvider } from "react-router";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { requestContext, worldContext } from "~/platform/http/request.server";
import type { Refusal } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { between, completeDraft, frozenVersion, type Partners, steppedUp } from "~tests/factories/agreements";
import { agreementHouse } from "~tests/support/agreement-house";
import { action as bringInQualified } from "../../qualified/routes/sign-qualified";
import { action as bringInScan } from "./sign-on-paper";

const now = new Date("2026-11-23T10:00:00Z");
let db: PrismaClient;
let folder: string;
let scene: Partners;
let code: string;
const world = (actor: Actor): World => ({ db, actor, now, locale: "de" });

beforeAll(async () => {
	({ db, folder, scene } = await agreementHouse(now));
	({ code } = await completeDraft(world(scene.clerk.actor), between(scene)));
	await frozenVersion(world(scene.clerk.actor), code);
});

const pdf = (objects: string) => `%PDF-1.7\n${objects}\ntrailer<</Root 1 0 R>>\n%%EOF\n`;
const page = "3 0 obj<</Type/Page/Parent 2 0 R>>endobj\n";

/** Sends a file as the form of a page does. @returns the codes with which the page comes again, or where it leads on to */
async function sent(way: "papier" | "signatur", content: string | Uint8Array<ArrayBuffer>): Promise<string> {
	const form = new FormData();
	const field = way === "papier" ? "scan" : "file";
	form.set(field, new File([content], "unterschrieben.pdf", { type: "application/pdf" }));
	if (way === "papier") {
		form.set("organisationId", scene.town);
		form.set("signedOn", "2026-11-20");
	}
	const url = `http://localhost:3000/vereinbarungen/${code}/${way}`;
	const request = new Request(url, { method: "POST", body: form });
	const { actor } = way === "papier" ? scene.clerk : scene.mayor;
	const context = new RouterContextProvider();
	context.set(worldContext, steppedUp(world(actor), actor));
	context.set(requestContext, { id: "test", nonce: "", path: new URL(url).pathname, ip: "192.0.2.1" });
	const action = way === "papier" ? bringInScan : bringInQualified;
	const answer: unknown = await action({ request, params: { code }, context } as never);
	if (answer instanceof Response) return answer.headers.get("Location") ?? "";
	const { data } = answer as { data: { refusals: Refusal[] } };
	return data.refusals.map((refusal) => refusal.code).join(" ");
}

const onDisk = async () =>
	(await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());

describe.each(["papier", "signatur"] as const)("what comes in at /%s is looked at before anything else (73)", (way) => {
	test.each([
		["encrypted", pdf("5 0 obj<</Encrypt 6 0 R>>endobj"), /^pdf-encrypted/],
		["with a script", pdf("4 0 obj<</S/JavaScript/JS(app.alert)>>endobj"), /^pdf-active/],
		["10,000 pages", pdf(page.repeat(10_000)), /^pdf-too-many-pages/],
		["no PDF", "MZ kein PDF", /^(?:pdf-needed|file-type-refused)/],
		["50 MB", Buffer.concat([Buffer.from(pdf("")), Buffer.alloc(50_000_000, 32)]), /^file-too-large/],
	] as const)("%s: refused, and nothing is kept", async (_, content, refusal) => {
		const before = await onDisk();
		const answer = await sent(way, typeof content === "string" ? content : Uint8Array.from(content));
		expect(answer).toMatch(refusal);
		expect(await onDisk()).toHaveLength(before.length);
		expect(await db.agreementScan.count()).toBe(0);
		expect(await db.agreementQualifiedSignature.count()).toBe(0);
	});
});

test("an ordinary scan comes in by the same form", async () => {
	expect(await sent("papier", pdf(page))).toBe(`/vereinbarungen/${code}/papier?sent`);
	expect(await db.agreementScan.count()).toBe(1);
});
