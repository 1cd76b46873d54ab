import { beforeAll, expect, test } from "vitest";
import { manifest as accounts } from "~/domains/accounts/manifest.server";
import { manifest as organisations } from "~/domains/organisations/manifest.server";
import { type Actor, house } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { introduce } from "~/platform/manifest.server";
import { NotFound, type Outcome } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { person } from "~tests/factories/accounts";
import { type Partners, partners } from "~tests/factories/agreements";
import { holder, organisation } from "~tests/factories/organisations";
import { must } from "~tests/factories/outcome";
import { freshDatabase } from "~tests/support/database";
import { manifest } from "../../manifest.server";
import { draftAgreement } from "./draft-agreement.server";
import { addParty, enterSigningPost } from "./edit-parties.server";

const now = new Date("2026-11-22T10:00:00Z");
let db: PrismaClient;
let scene: Partners;
const world = (actor: Actor): World => ({ db, actor, now, locale: "de" });
const said = (outcome: Outcome<unknown>) => (outcome.done ? "done" : outcome.refusals.map(({ code }) => code).join());

beforeAll(async () => {
	({ db } = await freshDatabase());
	introduce([organisations, accounts, manifest]);
	scene = await partners(db, now);
});

/** A draft with this organisation as its partner. */
async function draftWith(organisationId: string) {
	const clerk = world(scene.clerk.actor);
	const title = "Gemeinsamer Bauhof";
	const { code } = must(await draftAgreement(clerk, { ownerId: scene.lead, title, purpose: null }));
	const { partyId } = must(await addParty(clerk, { code, organisationId, role: "implementing" }));
	return (label: string, actor: Actor = scene.clerk.actor) => enterSigningPost(world(actor), { code, partyId, label });
}

test("the lead enters who signs for a party for which nobody works here, once each, and names it", async () => {
	const parentId = scene.lead;
	const kruft = await organisation(world(house), { parentId, kind: "REGISTERED_ASSOCIATION", name: "Kruft e. V." });
	const enter = await draftWith(kruft);
	await expect(enter("Vorsitz", scene.otherClerk.actor)).rejects.toBeInstanceOf(NotFound);
	expect(said(await enter("Vor\u202esitz"))).toBe("text-direction");
	expect(await db.post.count({ where: { organisationId: kruft } })).toBe(0);
	const both = await Promise.all([enter("1. Vorsitzende"), enter("1. VORSITZENDE")]);
	expect(both.map(said).sort()).toEqual(["done", "post-there"]);
	must(await enter("2. Vorsitzender"));
	const posts = await db.post.findMany({ where: { organisationId: kruft } });
	expect(posts.map(({ isPublic }) => isPublic)).toEqual([false, false]);
	const named = await db.agreementSignatory.findMany({ where: { postId: { in: posts.map(({ id }) => id) } } });
	expect(named).toHaveLength(2);
});

test("an organisation that works here keeps its posts itself: one with a place, one whose post somebody with an account holds", async () => {
	await db.space.create({ data: { organisationId: scene.town, slug: "andernach", name: "Andernach", openedAt: now } });
	expect(said(await (await draftWith(scene.town))("Bürgermeisterin"))).toBe("post-theirs");
	const enter = await draftWith(scene.company);
	must(await enter("Prokura"));
	const { id: postId } = await db.post.findFirstOrThrow({ where: { organisationId: scene.company, label: "Prokura" } });
	const { personId } = await person(world(house), { displayName: "R. Reuter", email: "r@netz.example" });
	await holder(world(house), { postId, holder: { personId }, validFrom: new Date("2026-11-22") });
	expect(said(await enter("Geschäftsführung II"))).toBe("post-theirs");
});
