import { z } from "zod";
import { saveCostItem, takeCoverFromShares } from "~/domains/agreements/costs/commands/edit-costs.server";
import { draftAgreement } from "~/domains/agreements/drafting/commands/draft-agreement.server";
import { addParty, nameSignatories } from "~/domains/agreements/drafting/commands/edit-parties.server";
import { addCommitment, addDuty, addMilestone } from "~/domains/agreements/drafting/commands/edit-plan.server";
import { type Basics, editBasics, editBlock } from "~/domains/agreements/drafting/commands/edit-words.server";
import { present } from "~/domains/agreements/drafting/commands/present.server";
import type { PartyRole } from "~/domains/agreements/drafting/readiness";
import { confirmForms } from "~/domains/agreements/form-rules/commands/confirm-forms.server";
import { askForProof, confirm } from "~/domains/agreements/signing/commands/confirm.server";
import { freeze } from "~/domains/agreements/signing/commands/freeze.server";
import { bringInScan, checkScan } from "~/domains/agreements/signing/commands/sign-on-paper.server";
import { readUploadForm } from "~/domains/files/index.server";
import type { Actor, Role } from "~/platform/actor";
import { dayOf, parseDay } from "~/platform/calendar.server";
import type { PrismaClient } from "~/platform/database/generated/client";
import type { OrganisationKind } from "~/platform/database/generated/enums";
import type { StoredFile } from "~/platform/storage/receive.server";
import { newId } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { must } from "./outcome";

type Person = Extract<Actor, { kind: "person" }>;

export type PartyGiven = {
	organisationId: string;
	role: Exclude<PartyRole, "lead">;
	/** Posts whose holders sign. */
	postIds: string[];
};

/** A calendar day as the database holds it. */
function stored(day: { toString(): string }): Date {
	const date = parseDay(day.toString());
	if (!date) throw new Error(`${day} is no day`);
	return date;
}

const texts: Record<string, string> = {
	verstaendnis:
		"Die Parteien messen gemeinsam, wo und wann Wege beleuchtet sein müssen. Nicht dazu gehört die Erneuerung der Masten.",
	rollen:
		"Die federführende Kommune führt das Vorhaben und vertritt es nach außen. Über Änderungen entscheiden alle Parteien einvernehmlich.",
	uebergabe: "Der Betrieb geht mit dem Ende des Pilots an den Umsetzungspartner über. Die Tabelle nennt jede Aufgabe.",
	finanzplan: "Die Kosten stehen in den Tabellen; sie werden je Jahr auf den Cent verteilt.",
	terminplan: "Die Tabelle nennt alle Termine. Verschiebt sich einer, sagt es die zuständige Partei allen anderen.",
	foerderbedingungen: "Die Zweckbindung beträgt fünf Jahre. Nachweise legt die federführende Kommune vor.",
	oeffentlichkeit: "Mitteilungen werden vorher abgestimmt; alle Wappen und Logos stehen nebeneinander.",
	information: "Störungen werden innerhalb von zwei Tagen gemeldet, Änderungen der Kosten innerhalb von zwei Wochen.",
	betriebskosten:
		"Der Umsetzungspartner betreibt die Anlage nach dem Pilot weiter. Die Kosten tragen die Parteien nach dem Kostenplan.",
	ende: "Die Vereinbarung gilt bis zur Kündigung mit einer Frist von zwölf Monaten. Technik und Daten bleiben bei den Kommunen.",
};

export type AgreementGiven = {
	/** Led by this organisation; `postIds` sign for it. */
	ownerId: string;
	postIds: string[];
	title?: string;
	purpose?: { kind: string; id: string } | null;
	partners: PartyGiven[];
	/** Inhabitants by organisation: those named share the running costs. */
	inhabitants: { organisationId: string; value: bigint; source: string; asOf: string }[];
	/** First day of the pilot, in days from the world's now. */
	pilotInDays?: number;
	basics?: Partial<Basics>;
};

/** A draft that lacks nothing, made by the world's actor: ten texts, a duty, a date, costs over five years, a commitment. */
export async function completeDraft(world: World, given: AgreementGiven): Promise<{ id: string; code: string }> {
	const title = given.title ?? "Sensoren für die Straßenbeleuchtung";
	const made = must(await draftAgreement(world, { ownerId: given.ownerId, title, purpose: given.purpose ?? null }));
	const { id, code } = made;
	for (const { organisationId, role } of given.partners) must(await addParty(world, { code, organisationId, role }));
	const parties = await world.db.agreementParty.findMany({ where: { agreementId: id } });
	const partyOf = (organisationId: string) => {
		const party = parties.find((entry) => entry.organisationId === organisationId);
		if (!party) throw new Error(`${organisationId} is no party`);
		return party.id;
	};
	for (const { organisationId, postIds } of [
		{ organisationId: given.ownerId, postIds: given.postIds },
		...given.partners,
	]) {
		must(await nameSignatories(world, { code, partyId: partyOf(organisationId), postIds }));
	}
	const start = dayOf(world.now).add({ days: given.pilotInDays ?? 30 });
	const end = start.add({ years: 2 }).subtract({ days: 1 });
	const basics: Basics = {
		title,
		nature: "private-law",
		effectiveOn: stored(dayOf(world.now)),
		pilotStart: stored(start),
		pilotEnd: stored(end),
		fundingEnd: stored(end),
		endsOn: null,
		agreedMonths: 36,
		...given.basics,
	};
	must(await editBasics(world, { code, revision: 1, basics }));
	for (const [key, text] of Object.entries(texts)) must(await editBlock(world, { code, key, revision: 1, text }));
	const implementing = given.partners.find(({ role }) => role === "implementing")?.organisationId ?? given.ownerId;
	const responsibleId = partyOf(implementing);
	const helperIds = [partyOf(given.ownerId)];
	must(await addDuty(world, { code, task: "Sensoren aufstellen", phase: "pilot", responsibleId, helperIds }));
	must(
		await addDuty(world, {
			code,
			task: "Anlage betreiben und warten",
			phase: "operation",
			responsibleId,
			helperIds: [],
		}),
	);
	const measured = stored(start.add({ months: 3 }));
	must(await addMilestone(world, { code, title: "Erste Auswertung", day: measured, phase: "pilot" }));
	const years = [0, 1, 2, 3, 4, 5].map((later) => ({ year: start.year + later, cents: 1_000_000n }));
	must(
		await saveCostItem(world, {
			code,
			item: null,
			input: {
				label: "Betrieb und Wartung der Sensoren",
				costClass: "operation",
				key: "inhabitants",
				restPartyId: null,
				basis: given.inhabitants.map(({ organisationId, value, source, asOf }) => ({
					partyId: partyOf(organisationId),
					value,
					source,
					asOf: parseDay(asOf),
				})),
				years,
			},
		}),
	);
	must(await confirmForms(world, { code, by: "Rechtsamt, Frau Adler", reason: "Geprüft mit dem Rechtsamt." }));
	must(await takeCoverFromShares(world, { code, standing: "reserved" }));
	must(
		await addCommitment(world, {
			code,
			partyId: responsibleId,
			from: stored(end.add({ days: 1 })),
			until: stored(end.add({ years: 4 })),
			basis: "Beschluss der Gesellschafterversammlung vom 3. November 2026",
			yearlyCents: 1_200_000n,
			adjustment: "jährlich nach dem Verbraucherpreisindex, höchstens zwei Prozent",
		}),
	);
	return made;
}

/** Presents and freezes a complete draft. */
export async function frozenVersion(world: World, code: string): Promise<{ versionId: string; sha256: string }> {
	must(await present(world, { code }));
	const { changes } = await world.db.agreement.findUniqueOrThrow({ where: { code }, select: { changes: true } });
	return must(await freeze(world, { code, changes, origin: "http://localhost:3000" }));
}

/** Shows password and factor again a moment later, as /anmelden/bestaetigen leaves it behind. */
export function steppedUp(world: World, actor: Person): World {
	const now = new Date(world.now.getTime() + 1000);
	return { ...world, actor: { ...actor, steppedUpAt: now }, now };
}

/** A signatory's confirmation in text form with the proof that it needs. */
export async function confirmation(
	world: World,
	actor: Person,
	code: string,
	sha256: string,
): Promise<{ concluded: boolean }> {
	must(await askForProof({ ...world, actor }, { code }));
	return must(await confirm(steppedUp(world, actor), { code, sha256 }));
}

/** A small PDF that stands for the scan of a signed paper, stored and not yet attached. */
export async function scannedPaper(): Promise<StoredFile> {
	const form = new FormData();
	const pdf = "%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n";
	form.set("scan", new File([pdf], "unterschrieben.pdf", { type: "application/pdf" }));
	const upload = await readUploadForm(new Request("http://own.invalid/", { method: "POST", body: form }), z.object({}));
	const [stored] = upload.valid ? upload.files : [];
	if (!stored) throw new Error("the scan was not stored");
	return stored;
}

/** A party's signature by hand: scan brought in by one person, checked by another. */
export async function paperSignature(
	world: World,
	{
		code,
		organisationId,
		broughtInBy,
		checkedBy,
	}: { code: string; organisationId: string; broughtInBy: Person; checkedBy: Person },
): Promise<{ concluded: boolean }> {
	const signedOn = stored(dayOf(world.now));
	const paper = await scannedPaper();
	const scan = must(
		await bringInScan({ ...world, actor: broughtInBy }, { code, organisationId, signedOn, stored: paper }),
	);
	const version = await world.db.agreementVersion.findFirstOrThrow({
		where: { agreement: { code } },
		orderBy: { number: "desc" },
		select: { verificationCode: true },
	});
	return must(
		await checkScan(steppedUp(world, checkedBy), {
			code,
			scanId: scan.scanId,
			accepted: true,
			codeOnPaper: version.verificationCode,
			signaturesComplete: true,
			originalPlace: "Aktenschrank des Hauptamts, Ordner 12",
			reason: "",
		}),
	);
}

/** An actor who holds the post, with the role that goes with it; signed in with second factor. */
function holder(now: Date, displayName: string, personId: string, grants: Person["grants"]): Person {
	return {
		kind: "person",
		accountId: newId(now),
		personId,
		displayName,
		sessionId: `session of ${displayName}`,
		secondFactor: true,
		steppedUpAt: null,
		grants,
		pass: null,
	};
}

const since = new Date("2020-01-01T00:00:00Z");

/** Somebody at an organisation's post, with one role through it. */
async function official(
	db: PrismaClient,
	now: Date,
	{
		organisationId,
		label,
		role,
		familyName,
	}: { organisationId: string; label: string; role: Role; familyName: string },
): Promise<{ actor: Person; postId: string }> {
	const [personId, postId] = [newId(now), newId(now)];
	await db.person.create({ data: { id: personId, displayName: `K. ${familyName}`, givenName: "Kim", familyName } });
	await db.post.create({ data: { id: postId, organisationId, label, kind: "HEAD", validFrom: since } });
	await db.postHolding.create({ data: { postId, singleSeat: true, personId, validFrom: since } });
	const scope = { kind: "organisation" as const, id: organisationId };
	const grants = [{ role, scope, postId, onBehalfOfId: null, deputy: false }];
	return { actor: holder(now, `Kim ${familyName}`, personId, grants), postId };
}

/**
 * Two towns, an association and a company of the county, each with who signs; staff of the leading town.
 * @param keys regional keys of the towns, for databases that have the register
 */
export async function partners(db: PrismaClient, now: Date, keys = ["071370068068", "071370003003"]) {
	const organisation = async (name: string, kind: OrganisationKind, ars: string | null) => {
		const id = newId(now);
		const shortName = name.split(", ")[0] ?? name;
		await db.organisation.create({ data: { id, kind, name, shortName, ars, source: "Test", sourceDate: since } });
		return id;
	};
	const [lead, town, association, company] = await Promise.all([
		organisation("Mayen, Stadt", "MUNICIPALITY", keys[0] ?? null),
		organisation("Andernach, Stadt", "MUNICIPALITY", keys[1] ?? null),
		organisation("Lichtwege e. V.", "REGISTERED_ASSOCIATION", null),
		organisation("Stadtwerke Osteifel GmbH", "MUNICIPAL_COMPANY", null),
	]);
	const at = (organisationId: string, label: string, role: Role, familyName: string) =>
		official(db, now, { organisationId, label, role, familyName });
	return {
		lead,
		town,
		association,
		company,
		mayor: await at(lead, "Oberbürgermeister", "signatory", "Lind"),
		otherMayor: await at(town, "Bürgermeisterin", "signatory", "Pauly"),
		chair: await at(association, "1. Vorsitzende", "signatory", "Geisen"),
		director: await at(company, "Geschäftsführer", "signatory", "Reuter"),
		clerk: await at(lead, "Sachbearbeitung", "staff", "Adams"),
		colleague: await at(lead, "Hauptamt", "staff", "Becker"),
		otherClerk: await at(town, "Kämmerei", "staff", "Claas"),
		admin: await at(association, "Geschäftsstelle", "organisation-admin", "Dahm"),
	};
}

export type Partners = Awaited<ReturnType<typeof partners>>;

/** What `completeDraft` needs for those four, the towns sharing by inhabitants. */
export function between(scene: Partners): AgreementGiven {
	const source = "Statistisches Landesamt Rheinland-Pfalz";
	return {
		ownerId: scene.lead,
		postIds: [scene.mayor.postId],
		partners: [
			{ organisationId: scene.town, role: "cooperating", postIds: [scene.otherMayor.postId] },
			{ organisationId: scene.association, role: "cooperating", postIds: [scene.chair.postId] },
			{ organisationId: scene.company, role: "implementing", postIds: [scene.director.postId] },
		],
		inhabitants: [
			{ organisationId: scene.lead, value: 19_536n, source, asOf: "2023-12-31" },
			{ organisationId: scene.town, value: 30_402n, source, asOf: "2023-12-31" },
		],
	};
}

/** An agreement between the four that all have signed: the towns on paper, association and company in text form. */
export async function concludedAgreement(
	db: PrismaClient,
	scene: Partners,
	now: Date,
	given: Partial<AgreementGiven> = {},
): Promise<{ id: string; code: string; versionId: string; sha256: string }> {
	const world: World = { db, actor: scene.clerk.actor, now, locale: "de" };
	const { id, code } = await completeDraft(world, { ...between(scene), ...given });
	const { versionId, sha256 } = await frozenVersion(world, code);
	const paper = { code, broughtInBy: scene.clerk.actor, checkedBy: scene.colleague.actor };
	await paperSignature(world, { ...paper, organisationId: scene.lead });
	await paperSignature(world, { ...paper, organisationId: scene.town });
	await confirmation(world, scene.chair.actor, code, sha256);
	const { concluded } = await confirmation(world, scene.director.actor, code, sha256);
	if (!concluded) throw new Error("the agreement is not concluded");
	return { id, code, versionId, sha256 };
}
