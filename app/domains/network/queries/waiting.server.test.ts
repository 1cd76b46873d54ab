import { beforeAll, expect, it } from "vitest";
import { type Actor, guest } from "~/platform/actor";
import { networkOrganisation, networkPerson, told } from "~tests/factories/network";
import { networkOffice } from "~tests/factories/network-office";
import { holder, post } from "~tests/factories/organisations";
import { must } from "~tests/factories/outcome";
import { confirmParties } from "../commands/confirm.server";
import { objectByLink } from "../people/rights.server";
import { confirmPage } from "./confirm-page.server";
import { waiting } from "./waiting.server";

let office: Awaited<ReturnType<typeof networkOffice>>;
beforeAll(async () => {
	office = await networkOffice();
});

const waits = async (actor: Actor) =>
	Object.fromEntries((await waiting(office.world(actor))).map(({ label, count, urgent }) => [label, [count, urgent]]));

it("the post that keeps a contact is told after a year, until somebody confirms; others are not", async () => {
	const { ownerId, world, clerk } = office;
	const keeperPostId = await post(world(), {
		organisationId: ownerId,
		label: "Vereinsbüro",
		validFrom: new Date("2025-01-01T00:00:00Z"),
	});
	await holder(world(), { postId: keeperPostId, holder: { personId: clerk.personId } });
	const lastYear = world(office.guide, new Date("2025-11-21T10:00:00Z"));
	const kept = await networkOrganisation(lastYear, { ownerId, name: office.newName("Alter Verein"), keeperPostId });
	const narrow = { visibility: "CIRCLE" as const, keeperPostId };
	await networkOrganisation(lastYear, { ownerId, name: office.newName("Enger Kreis"), ...narrow });
	await networkOrganisation(lastYear, { ownerId, name: office.newName("Niemandes Verein") });
	// The clerk is told of what they keep and may see; those who lead of what nobody keeps.
	expect(await waits(clerk)).toEqual({ "Kontakte bestätigen": [1, false] });
	expect(await waits(office.guide)).toEqual({ "Kontakte bestätigen": [1, false] });
	expect(await waits(office.stranger)).toEqual({});
	const page = await confirmPage(world(clerk), "kreis", "mine");
	expect(page.parties.map(({ id }) => id)).toContain(kept);
	must(await confirmParties(world(clerk), { ownerId, partyIds: [kept] }));
	expect(await waits(clerk)).toEqual({});
});

it("whom nobody has told is urgent when the month runs out; an objection is urgent at once", async () => {
	const { ownerId, world } = office;
	const early = world(office.guide, new Date("2026-10-20T10:00:00Z"));
	const id = await networkPerson(early, { ownerId, familyName: office.newName("Frist"), email: "frist@post.example" });
	expect((await waits(office.guide))["Menschen über ihre Einträge informieren"]).toEqual([1, true]);
	await told(world(), id);
	expect((await waits(office.guide))["Menschen über ihre Einträge informieren"]).toBeUndefined();
	const mail = await office.db.mail.findFirstOrThrow({ where: { to: "frist@post.example" } });
	const token = /widerspruch\/([\w-]{43})/.exec(mail.text)?.[1] ?? "";
	must(await objectByLink(world(guest), { token, text: "" }));
	expect((await waits(office.guide))["Über Widersprüche entscheiden"]).toEqual([1, true]);
	expect((await waits(office.clerk))["Über Widersprüche entscheiden"]).toBeUndefined();
});
