import { grantRole } from "~/domains/accounts/commands/roles.server";
import { agreeToPublication } from "~/domains/agreements/commands/publish.server";
import type { Actor } from "~/platform/actor";
import { house } from "~/platform/actor";
import { daysFrom, today } from "~/platform/calendar.server";
import type { World } from "~/platform/world.server";
import { actingAs, person } from "~tests/factories/accounts";
import { particularsOf } from "~tests/factories/agreement-particulars";
import { completeDraft, confirmation, frozenVersion, paperSignature } from "~tests/factories/agreements";
import { attendance, meeting, recommendation, workingGroup } from "~tests/factories/groups";
import { measure } from "~tests/factories/measures";
import { holder, organisation, post } from "~tests/factories/organisations";
import { must } from "~tests/factories/outcome";
import { termsOf, workOf } from "./agreed-work.server";
import { loadAgreements } from "./agreements.server";

type Person = Actor & { kind: "person" };

/** Where the thread runs, and who of the demonstration works on it, days before today. */
export type ThreadStage = {
	at(daysAgo: number, hour?: number): World;
	organisations: Record<"mendig" | "thuer", string>;
	personIds: Record<
		"mendigManager" | "mendigAdmin" | "staff" | "volunteer" | "citizen" | "neighbour" | "mayor",
		string
	>;
	buildingPostId: string;
	/** The idea that the thread begins with. */
	ideaId: string;
};

/**
 * The idea of the lamps travels on: taken up by a working group, recommended with votes by group of seats, made a measure,
 * agreed between two municipalities, an association and a company. Two agreements are in force, one is being concluded.
 */
export async function loadThread(stage: ThreadStage): Promise<void> {
	const recommended = await recommend(stage);
	const from = { kind: "recommendation", id: recommended };
	const staff = await actingAs(stage.at(2), stage.personIds.mendigManager);
	const { id: measureId } = await measure(
		{ ...stage.at(2), actor: staff },
		{
			from,
			organisationId: stage.organisations.mendig,
			responsiblePostId: stage.buildingPostId,
			title: "Licht nach Bedarf auf Fußwegen",
			summary: "Laternen mit Sensoren, die heller werden, wenn jemand kommt, und danach wieder dunkler.",
			description:
				"Zwei Fußwege in Mendig und Thür bekommen Laternen mit Sensoren. Nach zwei Jahren wird entschieden, ob weitere folgen.",
			kind: "TECHNICAL",
			fields: ["mobility"],
			targetGroups: ["Schulkinder", "Menschen, die abends zu Fuß gehen"],
			origins: [{ text: "Idee „Laternen am Fußweg hinter der Grundschule“", source: "Beteiligung „Wege im Alltag“" }],
			pilot: { first: 2, last: 732 },
			runningCostCents: 1_000_000n,
			payer: "Verbandsgemeinde Mendig und Ortsgemeinde Thür nach Einwohnern",
			criteria: [{ text: "Mehr als fünf Beschwerden über zu wenig Licht im Monat", checkIn: 210 }],
			prepared: true,
		},
	);
	const parties = await signatories(stage);
	await agree(stage, parties, { title: "Licht nach Bedarf: Sensoren auf zwei Fußwegen", measureId, concluded: true });
	await agree(stage, parties, { title: "Gemeinsamer Notdienst für Pumpwerke", measureId: null, concluded: true });
	await agree(stage, parties, {
		title: "Licht nach Bedarf: Ausweitung auf vier weitere Wege",
		measureId: null,
		concluded: false,
	});
	const { lead, town, company } = parties;
	const now = stage.at(1);
	await loadAgreements({
		lead,
		town,
		company,
		inhabitants: await Promise.all([lead, town].map(({ organisationId }) => inhabitantsOf(now, organisationId))),
		async clerk(daysAgo) {
			const world = stage.at(daysAgo);
			return { ...world, actor: await actingAs(world, stage.personIds.staff) };
		},
	});
}

async function recommend({ at, organisations, personIds, buildingPostId, ideaId }: ThreadStage): Promise<string> {
	const known = (key: keyof ThreadStage["personIds"]) => ({ personId: personIds[key] });
	const group = await workingGroup(at(200), {
		organisationId: organisations.mendig,
		name: "Arbeitskreis Wege und Plätze",
		mandate:
			"Der Arbeitskreis berät, wie Wege und Plätze in der Verbandsgemeinde für alle besser werden. Er gibt Empfehlungen an den Verbandsgemeinderat.",
		validFrom: daysFrom(today(at(200).now), 0),
		members: [
			{ bench: "administration", person: known("mendigManager"), function: "chair", nameIsPublic: true },
			{ bench: "administration", person: known("staff"), nameIsPublic: true },
			{ bench: "politics", person: { givenName: "Ingrid", familyName: "Weiler" }, nameIsPublic: true },
			{ bench: "politics", person: { givenName: "Stefan", familyName: "Oster" }, nameIsPublic: true },
			{ bench: "advisory", person: known("volunteer"), nameIsPublic: true },
			{ bench: "advisory", person: { givenName: "Hatice", familyName: "Kaya" } },
			{ bench: "citizens", person: known("citizen"), nameIsPublic: true },
			{ bench: "citizens", person: known("neighbour") },
		],
	});
	const held = at(4, 17);
	const { meetingId, agendaItemId } = await meeting(at(5), {
		groupId: group.id,
		startsAt: held.now,
		about: { kind: "contribution", id: ideaId },
		title: "Vierte Sitzung",
		item: "Laternen am Fußweg hinter der Grundschule",
	});
	await attendance(
		at(4, 18),
		meetingId,
		group.members.map(({ membershipId }) => membershipId),
	);
	const { id } = await recommendation(at(4, 20), {
		meetingId,
		agendaItemId,
		votedAt: at(4, 18).now,
		responsiblePostId: buildingPostId,
		chair: await actingAs(at(4, 20), personIds.mendigManager),
		title: "Laternen mit Sensoren auf zwei Fußwegen erproben",
		wording:
			"Der Arbeitskreis empfiehlt dem Verbandsgemeinderat, auf den Fußwegen hinter der Grundschule Mendig und am Bürgerhaus Thür **Laternen mit Sensoren** zwei Jahre lang zu erproben.",
		votes: {
			administration: { yes: 2, no: 0, abstain: 0 },
			politics: { yes: 1, no: 0, abstain: 1 },
			advisory: { yes: 2, no: 0, abstain: 0 },
			citizens: { yes: 2, no: 0, abstain: 0 },
		},
	});
	return id;
}

type Parties = Awaited<ReturnType<typeof signatories>>;

/** The association and the company, and at all four the posts whose holders sign. */
async function signatories({ at, organisations, personIds }: ThreadStage) {
	const world = at(150);
	const since = today(world.now);
	const founded = (kind: "REGISTERED_ASSOCIATION" | "MUNICIPAL_COMPANY", name: string) =>
		organisation(world, { parentId: organisations.mendig, kind, name, legalBasis: "Satzung" });
	const association = await founded("REGISTERED_ASSOCIATION", "Dorfverein Thür e. V.");
	const company = await founded("MUNICIPAL_COMPANY", "Netzgesellschaft Osteifel GmbH");
	const signing = async (organisationId: string, label: string, personId: string) => {
		const postId = await post(world, { organisationId, label, kind: "HEAD", validFrom: since });
		await holder(world, { postId, holder: { personId }, validFrom: since });
		const scope = { kind: "organisation" as const, id: organisationId };
		must(
			await grantRole(
				{ ...world, actor: house },
				{ role: "signatory", scope, ownerId: organisationId, to: { postId } },
			),
		);
		return { organisationId, postId };
	};
	const newcomer = async (givenName: string, familyName: string, email: string) => {
		const displayName = `${givenName} ${familyName}`;
		const made = await person(world, { displayName, givenName, familyName, email, totp: true });
		return made.personId;
	};
	const chairId = await newcomer("Renate", "Geisen", "geisen@dorfverein.example");
	const directorId = await newcomer("Bernd", "Reuter", "reuter@netzgesellschaft.example");
	const thuerMayorId = await newcomer("Marlies", "Clemens", "clemens@thuer.example");
	return {
		lead: await signing(organisations.mendig, "Bürgermeister der Verbandsgemeinde Mendig", personIds.mayor),
		town: await signing(organisations.thuer, "Ortsbürgermeisterin von Thür", thuerMayorId),
		association: await signing(association, "1. Vorsitzende", chairId),
		company: await signing(company, "Geschäftsführung", directorId),
		chairId,
		directorId,
	};
}

async function agree(
	{ at, personIds }: ThreadStage,
	{ lead, town, association, company, chairId, directorId }: Parties,
	{ title, measureId, concluded }: { title: string; measureId: string | null; concluded: boolean },
): Promise<void> {
	// One step-up makes one signature: each has an hour of its own.
	const world = at(1, concluded ? (measureId ? 8 : 10) : 12);
	const clerk = await actingAs(world, personIds.staff);
	const colleague = await actingAs(world, personIds.mendigAdmin);
	const working: World & { actor: Person } = { ...world, actor: clerk };
	const inhabitants = await Promise.all([lead, town].map(({ organisationId }) => inhabitantsOf(world, organisationId)));
	const { code } = await completeDraft(working, {
		ownerId: lead.organisationId,
		postIds: [lead.postId],
		title,
		purpose: measureId ? { kind: "measure", id: measureId } : null,
		partners: [
			{ organisationId: town.organisationId, role: "cooperating", postIds: [town.postId] },
			{ organisationId: association.organisationId, role: "cooperating", postIds: [association.postId] },
			{ organisationId: company.organisationId, role: "implementing", postIds: [company.postId] },
		],
		inhabitants,
		pilotInDays: 1,
	});
	if (!concluded) await particularsOf(working, code);
	if (measureId) await termsOf(working, code, lead.organisationId);
	const { sha256 } = await frozenVersion(working, code);
	await confirmation(working, await actingAs(world, chairId), code, sha256);
	if (!concluded) return;
	for (const { organisationId } of [lead, town]) {
		await paperSignature(working, { code, organisationId, broughtInBy: clerk, checkedBy: colleague });
	}
	const director = await actingAs(world, directorId);
	await confirmation(working, director, code, sha256);
	// What is not for a measure stays with its parties.
	for (const { organisationId } of measureId ? [lead, town, association, company] : []) {
		must(await agreeToPublication({ ...world, actor: house }, { code, organisationId }));
	}
	if (measureId) await workOf(working, { code, companyId: company.organisationId, director });
}

/** The inhabitants as the register has them, with its source and date. */
async function inhabitantsOf({ db }: World, organisationId: string) {
	const { value, source, asOf } = await db.organisationFigure.findFirstOrThrow({
		where: { organisationId, figure: "INHABITANTS" },
	});
	return { organisationId, value: BigInt(value), source, asOf: asOf.toISOString().slice(0, 10) };
}
