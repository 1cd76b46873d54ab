import { beforeAll, expect, test } from "vitest";
import type { PrismaClient } from "~/platform/database/generated/client";
import { Forbidden, NotFound, SignInNeeded } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import { agreementGuest } from "~tests/factories/agreement-guests";
import {
	between,
	completeDraft,
	confirmation,
	frozenVersion,
	type Partners,
	paperSignature,
	steppedUp,
} from "~tests/factories/agreements";
import { must } from "~tests/factories/outcome";
import { type AgreementHouse, agreementHouse, codesOf } from "~tests/support/agreement-house";
import { commentClause } from "../../clauses/commands/clauses.server";
import { agreeToPublication } from "../../commands/publish.server";
import { present } from "../../drafting/commands/present.server";
import { signsAs } from "../../policy.server";
import { qualifiedPage } from "../../qualified/queries/qualified-page.server";
import { agreementPage } from "../../queries/agreement-page.server";
import { findAgreement } from "../../queries/find-agreement.server";
import { waitingFor } from "../../queries/lists.server";
import { askForProof, confirm } from "../../signing/commands/confirm.server";
import { refuseToSign } from "../../signing/commands/end-round.server";
import { signingPage } from "../../signing/queries/signing-page.server";
import { endGuest, inviteGuest } from "./guests.server";

const now = new Date("2026-11-23T10:00:00Z");
let db: PrismaClient;
let scene: Partners;
let world: AgreementHouse["world"];

beforeAll(async () => {
	({ db, scene, world } = await agreementHouse(now));
});

type Person = Partners["chair"]["actor"];

/** Somebody whom the association invites, and who has accepted. */
const guestOf = (code: string, familyName: string, postId: string | null) =>
	agreementGuest(
		{ ...world(scene.admin.actor), actor: scene.admin.actor },
		{ code, organisationId: scene.association, familyName, postId },
	);

test("a guest signs for the post that a party invited them for, and agrees for it afterwards; a reading guest does not", async () => {
	const { code } = await completeDraft(world(scene.clerk.actor), between(scene));
	const { sha256, versionId } = await frozenVersion(world(scene.clerk.actor), code);
	const signing = await guestOf(code, "Zeichen", scene.chair.postId);
	const reading = await guestOf(code, "Leser", null);

	expect(await waitingFor(world(signing.guest))).toMatchObject({ sign: [code] });
	expect(await waitingFor(world(reading.guest))).toMatchObject({ sign: [] });
	expect((await signingPage(world(signing.guest), code)).slot?.organisationId).toBe(scene.association);
	expect((await signingPage(world(reading.guest), code)).slot).toBeNull();
	// The association has no form that excludes it: the guest may bring a qualified signature as well.
	expect((await qualifiedPage(world(signing.guest), code)).mine?.state).toBe("ask");
	expect((await qualifiedPage(world(reading.guest), code)).mine).toBeNull();

	const readers = steppedUp(world(reading.guest), reading.guest);
	await expect(askForProof(world(reading.guest), { code })).rejects.toBeInstanceOf(Forbidden);
	await expect(confirm(readers, { code, sha256 })).rejects.toBeInstanceOf(Forbidden);
	await expect(refuseToSign(readers, { code, reason: "Nein" })).rejects.toBeInstanceOf(Forbidden);
	await expect(confirm(world(signing.guest), { code, sha256 })).rejects.toBeInstanceOf(SignInNeeded);
	expect(await confirmation(world(scene.clerk.actor), signing.guest, code, sha256)).toEqual({ concluded: false });
	expect(await db.agreementConfirmation.findFirstOrThrow({ where: { versionId } })).toMatchObject({
		personName: "Gerda Zeichen",
		capacity: "1. Vorsitzende",
		deputy: false,
	});
	expect(await waitingFor(world(signing.guest))).toMatchObject({ sign: [] });

	const paper = { code, broughtInBy: scene.clerk.actor, checkedBy: scene.colleague.actor };
	await paperSignature(world(scene.clerk.actor), { ...paper, organisationId: scene.lead });
	await paperSignature(world(scene.clerk.actor), { ...paper, organisationId: scene.town });
	await confirmation(world(scene.clerk.actor), scene.director.actor, code, sha256);
	const agree = (actor: Person, organisationId = scene.association) =>
		agreeToPublication(world(actor), { code, organisationId });
	expect((await agreementPage(world(reading.guest), code)).publication?.mine).toEqual([]);
	await expect(agree(reading.guest)).rejects.toBeInstanceOf(Forbidden);
	await expect(agree(signing.guest, scene.company)).rejects.toBeInstanceOf(Forbidden);
	expect((await agreementPage(world(signing.guest), code)).publication?.mine).toMatchObject([
		{ organisationId: scene.association },
	]);
	expect(codesOf(await agree(signing.guest))).toBe("done");

	must(await endGuest(world(scene.admin.actor), { code, guestId: signing.guestId }));
	await expect(agreementPage(world(signing.guest), code)).rejects.toBeInstanceOf(NotFound);
	expect(await db.agreementConfirmation.count({ where: { versionId, personId: signing.guest.personId } })).toBe(1);
});

test("the lead names no signatory of a party that is on the platform itself", async () => {
	const { code } = await completeDraft(world(scene.clerk.actor), between(scene));
	await frozenVersion(world(scene.clerk.actor), code);
	const party = await db.agreementParty.findFirstOrThrow({
		where: { agreement: { code }, organisationId: scene.town },
	});
	const invite = (postId: string | null, email: string, by = scene.clerk.actor) =>
		inviteGuest(steppedUp(world(by), by), {
			code,
			partyId: party.id,
			postId,
			email,
			givenName: "Falk",
			familyName: "Fremd",
		});
	// Nobody of the town has an account yet: the lead may invite the mayor.
	expect(codesOf(await invite(scene.otherMayor.postId, "buergermeisterin@andernach.example"))).toBe("done");
	const { accountId, personId } = scene.otherClerk.actor;
	const confirmed = { emailConfirmedAt: now, createdAt: now };
	await db.account.create({ data: { id: accountId, personId, email: "claas@andernach.example", ...confirmed } });
	expect(codesOf(await invite(scene.otherMayor.postId, "falk@mayen.example"))).toBe("party-is-here");
	// Nor does who acts on behalf of the town.
	const grant = { role: "staff" as const, scope: { kind: "organisation" as const, id: scene.town }, postId: null };
	const { actor } = scene.clerk;
	const helper: Person = { ...actor, grants: [...actor.grants, { ...grant, onBehalfOfId: scene.town, deputy: false }] };
	expect(codesOf(await invite(scene.otherMayor.postId, "falk@mayen.example", helper))).toBe("party-is-here");
	expect(await db.mail.count({ where: { to: "falk@mayen.example" } })).toBe(0);
	expect(codesOf(await invite(null, "falk@mayen.example"))).toBe("done");
});

test("a guest sees this agreement only, speaks for the party, signs for the named post, until it is ended", async () => {
	const clerk = () => world(scene.clerk.actor);
	const { code } = await completeDraft(clerk(), between(scene));
	const other = await completeDraft(clerk(), between(scene));
	const of = { agreement: { code }, organisationId: scene.association };
	const { id: partyId } = await db.agreementParty.findFirstOrThrow({ where: of });
	const guest = {
		code,
		partyId,
		postId: scene.chair.postId,
		email: "gast@verein.example",
		givenName: "Gerda",
		familyName: "Gast",
	};
	const stepped = steppedUp(clerk(), scene.clerk.actor);
	await expect(inviteGuest(clerk(), guest)).rejects.toBeInstanceOf(SignInNeeded);
	expect(codesOf(await inviteGuest(stepped, guest))).toBe("not-presented");
	must(await present(clerk(), { code }));
	must(await present(clerk(), { code: other.code }));
	expect(codesOf(await inviteGuest(stepped, { ...guest, postId: scene.mayor.postId }))).toBe("post-elsewhere");
	const townClerk = world(scene.otherClerk.actor);
	await expect(inviteGuest(steppedUp(townClerk, scene.otherClerk.actor), guest)).rejects.toBeInstanceOf(Forbidden);
	const { guestId } = must(await inviteGuest(stepped, guest));
	expect(codesOf(await inviteGuest(stepped, guest))).toBe("already-invited");
	expect(await db.mail.count({ where: { to: guest.email } })).toBe(1);
	// As the accounts domain leaves it behind when the invitation is accepted and the second factor set up.
	const { id, invitationId } = await db.agreementGuest
		.findUniqueOrThrow({ where: { id: guestId } })
		.then((row) => ({ id: row.agreementId, invitationId: row.invitationId }));
	const personId = newId(now);
	await db.person.create({ data: { id: personId, displayName: "G. Gast", givenName: "Gerda", familyName: "Gast" } });
	await db.invitation.update({ where: { id: invitationId }, data: { acceptedAt: now, acceptedById: personId } });
	const grants = [
		{
			role: "signatory" as const,
			scope: { kind: "agreement" as const, id },
			postId: null,
			onBehalfOfId: null,
			deputy: false,
		},
	];
	const actor = { ...scene.admin.actor, personId, grants };
	const visitor = world(actor);
	// Before the second factor the grant does not count.
	await expect(findAgreement(world({ ...actor, grants: [] }), code)).rejects.toBeInstanceOf(NotFound);
	const found = await findAgreement(visitor, code);
	await expect(findAgreement(visitor, other.code)).rejects.toBeInstanceOf(NotFound);
	must(
		await commentClause(visitor, {
			code,
			block: "rollen",
			organisationId: scene.association,
			text: "Einverstanden?",
		}),
	);
	await expect(
		commentClause(visitor, { code, block: "rollen", organisationId: scene.town, text: "Fremd" }),
	).rejects.toBeInstanceOf(Forbidden);
	const slot = { organisationId: scene.association, postId: scene.chair.postId };
	expect(signsAs(actor, slot, found)).toBe("holder");
	expect(signsAs(actor, slot, { ...found, guests: [] })).toBeNull();
	expect(signsAs(actor, { ...slot, postId: scene.director.postId }, found)).toBeNull();
	must(await endGuest(clerk(), { code, guestId }));
	await expect(findAgreement(visitor, code)).rejects.toBeInstanceOf(NotFound);
	await expect(endGuest(clerk(), { code, guestId })).rejects.toBeInstanceOf(NotFound);
});
