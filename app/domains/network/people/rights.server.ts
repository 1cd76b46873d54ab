import { makeLink, withPass } from "~/domains/accounts/index.server";
import { type ActWorld, command } from "~/platform/act.server";
import { house } from "~/platform/actor";
import { daysFrom, parseDay, today } from "~/platform/calendar.server";
import type { NetworkParty } from "~/platform/database/generated/client";
import { queueMail } from "~/platform/mail/queue.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { World } from "~/platform/world.server";
import { mayAnswerPeople, mayKeepNetwork, recordedFor } from "../policy.server";
import { keptParty } from "../queries/find-party.server";
import type { InformedWay } from "../vocabulary";
import { forget } from "./forget.server";
import { noticeLetter, refusalLetter } from "./letters.server";

/** What the link of a notice is for: reading what is kept, and objecting. */
export const objectPurpose = "network.object";
const linkDays = 365;
/** Within a month people are told (Art. 14 (3) a GDPR); before it is over, the house does it itself. */
const toldAfterDays = 26;
const sweepSize = 100;

const subjectOf = (party: Pick<NetworkParty, "id">) => ({ kind: "network-party", id: party.id });

async function senderOf({ db }: ActWorld, ownerId: string) {
	const owner = await db.organisation.findUniqueOrThrow({
		where: { id: ownerId },
		select: { name: true, space: { select: { name: true, phone: true, address: true } } },
	});
	return {
		name: owner.space?.name ?? owner.name,
		phone: owner.space?.phone ?? null,
		address: owner.space?.address ?? null,
	};
}

/**
 * Tells a person by mail, once, that they stand here: why, from where, until when, and how to object.
 * @returns refuses organisations, who has no address, and who was told already
 * @throws NotFound; Forbidden or SignInNeeded
 */
export const informByMail = command(
	"network.inform-by-mail",
	async (
		world: ActWorld,
		{ id }: { id: string },
	): Promise<Outcome<null, "only-people" | "no-address" | "already-informed">> => {
		const party = await keptParty(world, id);
		if (party.kind !== "PERSON") return refused("only-people");
		if (party.informedOn) return refused("already-informed");
		if (!party.email || party.erasedAt) return refused("no-address");
		const { now, db } = world;
		const { token } = await makeLink(world, {
			purpose: objectPurpose,
			subject: subjectOf(party),
			label: null,
			expiresAt: new Date(now.getTime() + linkDays * 86_400_000),
			singleUse: false,
		});
		const from = await senderOf(world, party.ownerId);
		const letter = noticeLetter("de", { about: party, from, token });
		await queueMail(world, { key: `network-notice:${id}`, to: party.email, letter });
		await db.networkParty.update({ where: { id }, data: { informedHow: "mail", informedOn: today(now) } });
		world.record({
			type: "network.person.informed",
			subject: subjectOf(party),
			...recordedFor(world.actor, party.ownerId),
			facts: { how: "mail" },
		});
		return done(null);
	},
);

/** Records that and how a person was told otherwise: by letter, in a talk, or that they knew. @throws NotFound; Forbidden */
export const recordInformed = command(
	"network.record-informed",
	async (
		world: ActWorld,
		{ id, how, on }: { id: string; how: Exclude<InformedWay, "mail">; on: string },
	): Promise<Outcome<null, "only-people" | "already-informed" | "day-wrong">> => {
		const party = await keptParty(world, id);
		if (party.kind !== "PERSON") return refused("only-people");
		if (party.informedOn) return refused("already-informed");
		const day = parseDay(on);
		if (!day || day > today(world.now)) return refused("day-wrong", { field: "on" });
		await world.db.networkParty.update({ where: { id }, data: { informedHow: how, informedOn: day } });
		world.record({
			type: "network.person.informed",
			subject: subjectOf(party),
			...recordedFor(world.actor, party.ownerId),
			facts: { how },
		});
		return done(null);
	},
);

/** Tells by mail whom nobody has told while the law's month runs out; returns how many. Once each, also when late. */
export async function informDue(world: World): Promise<number> {
	const rows = await world.db.networkParty.findMany({
		where: {
			...{ kind: "PERSON", informedOn: null, email: { not: null }, mergedIntoId: null, erasedAt: null },
			createdAt: { lt: daysFrom(today(world.now), -toldAfterDays) },
		},
		select: { id: true },
		orderBy: { createdAt: "asc" },
		take: sweepSize,
	});
	let count = 0;
	for (const { id } of rows) if ((await informByMail({ ...world, actor: house }, { id })).done) count += 1;
	return count;
}

async function object(world: ActWorld, party: NetworkParty, text: string) {
	if (party.objectedAt) return refused("already-objected");
	await world.db.networkParty.update({
		where: { id: party.id },
		data: { objectedAt: world.now, objection: text || null },
	});
	world.record({ type: "network.person.objected", subject: subjectOf(party), ownerId: party.ownerId });
	return done(null);
}

/**
 * The person objects by the link of their notice; a reason is not needed. From then on only those who decide see the entry.
 * @returns refuses the second time
 * @throws NotFound for a link that is worth nothing
 */
export const objectByLink = command(
	"network.object-by-link",
	async (
		world: ActWorld,
		{ token, text }: { token: string; text: string },
	): Promise<Outcome<null, "already-objected">> => {
		const { actor } = await withPass(world, token, objectPurpose);
		const id = actor.kind === "house" ? null : actor.pass?.subject.id;
		if (!id) throw new NotFound();
		await world.db.$queryRaw`SELECT 1 FROM network_party WHERE id = ${id}::uuid FOR UPDATE`;
		const party = await world.db.networkParty.findUnique({ where: { id } });
		if (!party || party.erasedAt) throw new NotFound();
		// The entry may have become one with another: then that one is meant.
		const meant = party.mergedIntoId ? await keptBy(world, party.mergedIntoId) : party;
		return object(world, meant, text);
	},
);

async function keptBy(world: ActWorld, id: string): Promise<NetworkParty> {
	const party = await world.db.networkParty.findUniqueOrThrow({ where: { id } });
	return party.mergedIntoId ? keptBy(world, party.mergedIntoId) : party;
}

/** Records an objection that came by letter, telephone or in a talk. @throws NotFound; Forbidden or SignInNeeded */
export const recordObjection = command(
	"network.record-objection",
	async (
		world: ActWorld,
		{ id, text }: { id: string; text: string },
	): Promise<Outcome<null, "only-people" | "already-objected">> => {
		const party = await keptParty(world, id);
		demand(mayKeepNetwork, world.actor, party);
		return party.kind === "PERSON" ? object(world, party, text) : refused("only-people");
	},
);

/**
 * Keeps an entry in spite of an objection, for the reason given (Art. 21 (1) GDPR); the person gets it by mail where there is an
 * address. To follow an objection is to erase. What rests on consent cannot be kept against it (Art. 7 (3), 17 (1) b GDPR).
 * @returns nothing; refused with "no-objection", and with "consent-withdrawn" where there is no other basis
 * @throws NotFound; Forbidden or SignInNeeded for those who do not answer people
 */
export const refuseObjection = command(
	"network.refuse-objection",
	async (
		world: ActWorld,
		{ id, answer }: { id: string; answer: string },
	): Promise<Outcome<null, "no-objection" | "consent-withdrawn">> => {
		const party = await keptParty(world, id);
		demand(mayAnswerPeople, world.actor, party);
		if (party.objectedAt && party.basis === "CONSENT") return refused("consent-withdrawn");
		const { count } = await world.db.networkParty.updateMany({
			where: { id, objectedAt: { not: null }, objectionAnsweredAt: null },
			data: { objectionAnswer: answer, objectionAnsweredAt: world.now },
		});
		if (count === 0) return refused("no-objection");
		if (party.email) {
			const letter = refusalLetter("de", { answer, from: await senderOf(world, party.ownerId) });
			await queueMail(world, { key: `network-objection:${id}`, to: party.email, letter });
		}
		world.record({
			type: "network.person.objection-refused",
			subject: subjectOf(party),
			...recordedFor(world.actor, party.ownerId),
		});
		return done(null);
	},
);

/**
 * Forgets a person (see `forget`): because they objected or asked for it, or because the time is over.
 * @returns whether the name stays with public offices
 * @throws NotFound; Forbidden or SignInNeeded for those who do not answer people
 */
export const erasePerson = command(
	"network.erase-person",
	async (world: ActWorld, { id }: { id: string }): Promise<Outcome<{ staysNamed: boolean }, "only-people">> => {
		const party = await keptParty(world, id);
		demand(mayAnswerPeople, world.actor, party);
		if (party.kind !== "PERSON") return refused("only-people");
		if (party.erasedAt) throw new NotFound();
		const staysNamed = await forget(world, party);
		world.record({
			type: "network.person.erased",
			subject: subjectOf(party),
			...recordedFor(world.actor, party.ownerId),
			facts: { staysNamed },
		});
		return done({ staysNamed });
	},
);

/** Forgets people whose time is over; returns how many. */
export async function forgetDue(world: World): Promise<number> {
	const rows = await world.db.networkParty.findMany({
		where: { kind: "PERSON", erasedAt: null, mergedIntoId: null, keepUntil: { lte: today(world.now) } },
		select: { id: true },
		orderBy: { keepUntil: "asc" },
		take: sweepSize,
	});
	let count = 0;
	for (const { id } of rows) if ((await erasePerson({ ...world, actor: house }, { id })).done) count += 1;
	return count;
}

/** Records that somebody got the file with everything about them. @throws NotFound; Forbidden or SignInNeeded */
export const recordAccess = command("network.record-access", async (world: ActWorld, { id }: { id: string }) => {
	const party = await keptParty(world, id);
	demand(mayAnswerPeople, world.actor, party);
	world.record({
		type: "network.person.access-given",
		subject: subjectOf(party),
		...recordedFor(world.actor, party.ownerId),
	});
	return done(null);
});
