import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import type { NetworkParty, NetworkTie } from "~/platform/database/generated/client";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import { mayKeepNetwork, recordedFor } from "../policy.server";
import { keptParty } from "../queries/find-party.server";
import { typesOf } from "../queries/relation-types.server";
import { storedEnds } from "../relation-type";
import { changesBetween, fieldsToRestore, type MergeRecord, mergeRecord } from "./merge-record";
import { asData, type Choices, fieldsOf, mergedFields } from "./party-fields.server";

/**
 * Makes one entry out of two of the same person or organisation. Ties, notes, marks and mentions go to the survivor; the other
 * entry stays, unseen, so that everything can be taken back.
 * @returns the merge's id; refuses a person with an organisation, and entries that were forgotten
 * @throws NotFound when one is not there for the actor (any more); Forbidden or SignInNeeded
 */
export const mergeParties = command(
	"network.merge",
	async (
		world: ActWorld,
		{ survivorId, mergedId, choices }: { survivorId: string; mergedId: string; choices: Choices },
	): Promise<Outcome<{ id: string }, "not-alike" | "same-entry">> => {
		if (survivorId === mergedId) return refused("same-entry");
		// In the order of ids, so that two merges the other way round do not wait for each other.
		const [firstId, secondId] = survivorId < mergedId ? [survivorId, mergedId] : [mergedId, survivorId];
		const both = [await keptParty(world, firstId), await keptParty(world, secondId)];
		const survivor = both.find(({ id }) => id === survivorId);
		const merged = both.find(({ id }) => id === mergedId);
		if (!survivor || !merged || survivor.ownerId !== merged.ownerId) throw new NotFound();
		if (survivor.kind !== merged.kind || survivor.erasedAt || merged.erasedAt) return refused("not-alike");
		const { db, now, actor } = world;
		const after = mergedFields(survivor, merged, choices);
		const fields = changesBetween(fieldsOf(survivor), after);
		const ties = await moveTies(world, { survivor, merged });
		const record: MergeRecord = {
			fields,
			...ties,
			...(await moveTerms(world, { survivorId, mergedId })),
			...(await moveRest(world, { survivorId, mergedId, equal: ties.equal })),
		};
		const changed = Object.fromEntries(Object.keys(fields).map((name) => [name, after[name] ?? null]));
		await db.networkParty.update({
			where: { id: survivorId },
			data: { ...asData(changed), revision: { increment: 1 } },
		});
		await db.networkParty.update({ where: { id: mergedId }, data: { mergedIntoId: survivorId } });
		const id = newId(now);
		const { ownerId } = survivor;
		await db.networkMerge.create({
			data: {
				...{ id, ownerId, survivorId, mergedId, mergedAt: now, authorId: personIdOf(actor) },
				undo: mergeRecord.parse(record),
			},
		});
		world.record({
			type: "network.party.merged",
			subject: { kind: "network-party", id: survivorId },
			...recordedFor(actor, ownerId),
			facts: { merge: id, merged: mergedId, ties: record.ties.length, notes: record.notes.length },
		});
		return done({ id });
	},
);

type Pair = { survivor: NetworkParty; merged: NetworkParty };

/** Moves ties to the survivor; those it has already at the same time, and those between both, stay behind. */
async function moveTies(world: ActWorld, { survivor, merged }: Pair) {
	const { db } = world;
	const types = new Map((await typesOf(world, survivor.ownerId)).map((type) => [type.key, type]));
	const rows = await db.networkTie.findMany({
		where: { OR: [{ fromId: merged.id }, { toId: merged.id }] },
		orderBy: { id: "asc" },
	});
	const own = await db.networkTie.findMany({ where: { OR: [{ fromId: survivor.id }, { toId: survivor.id }] } });
	const moved: MergeRecord["ties"] = [];
	const left: string[] = [];
	/** Of each tie that stays behind because the survivor has the same, that one. */
	const equal = new Map<string, string>();
	for (const tie of rows) {
		const swap = (id: string) => (id === merged.id ? survivor.id : id);
		const wanted = { fromId: swap(tie.fromId), toId: swap(tie.toId) };
		const type = types.get(tie.type);
		const ends = type ? storedEnds(type, wanted) : wanted;
		const same = own.find((other) => isSame(other, { ...tie, ...ends }));
		if (wanted.fromId === wanted.toId || same) {
			left.push(tie.id);
			if (same) equal.set(tie.id, same.id);
			continue;
		}
		await db.networkTie.update({ where: { id: tie.id }, data: ends });
		own.push({ ...tie, ...ends });
		moved.push({ id: tie.id, before: { fromId: tie.fromId, toId: tie.toId }, after: ends });
	}
	const at = { ownerId: survivor.ownerId };
	const onBehalfOf = await db.networkTie.findMany({ where: { ...at, onBehalfOfId: merged.id }, select: { id: true } });
	const substituteFor = await db.networkTie.findMany({
		where: { ...at, substituteForId: merged.id },
		select: { id: true },
	});
	await db.networkTie.updateMany({ where: { ...at, onBehalfOfId: merged.id }, data: { onBehalfOfId: survivor.id } });
	await db.networkTie.updateMany({
		where: { ...at, substituteForId: merged.id },
		data: { substituteForId: survivor.id },
	});
	const ids = (list: { id: string }[]) => list.map(({ id }) => id);
	return { ties: moved, left, equal, onBehalfOf: ids(onBehalfOf), substituteFor: ids(substituteFor) };
}

/** As network_tie_once sees it: the same tie at the same time. */
function isSame(one: NetworkTie, other: NetworkTie): boolean {
	const begins = (tie: NetworkTie) => tie.validFrom.getTime();
	const ends = (tie: NetworkTie) => tie.validUntil?.getTime() ?? Number.POSITIVE_INFINITY;
	const alike = one.fromId === other.fromId && one.toId === other.toId && one.type === other.type;
	return alike && one.role === other.role && begins(one) < ends(other) && begins(other) < ends(one);
}

/** Adds the topics and areas that the survivor lacks. */
async function moveTerms({ db }: ActWorld, { survivorId, mergedId }: { survivorId: string; mergedId: string }) {
	const both = { partyId: { in: [survivorId, mergedId] } };
	const topics = await db.networkPartyTopic.findMany({ where: both });
	const areas = await db.networkPartyArea.findMany({ where: both });
	const lacking = (rows: { partyId: string; id: string }[]) => {
		const has = new Set(rows.filter(({ partyId }) => partyId === survivorId).map(({ id }) => id));
		return rows.map(({ id }) => id).filter((id) => !has.has(id));
	};
	const newTopics = lacking(topics.map(({ partyId, topicId: id }) => ({ partyId, id })));
	const newAreas = lacking(areas.map(({ partyId, areaId: id }) => ({ partyId, id })));
	await db.networkPartyTopic.createMany({ data: newTopics.map((topicId) => ({ partyId: survivorId, topicId })) });
	await db.networkPartyArea.createMany({ data: newAreas.map((areaId) => ({ partyId: survivorId, areaId })) });
	return { topics: newTopics, areas: newAreas };
}

type Rest = { survivorId: string; mergedId: string; equal: Map<string, string> };

/** Marks, notes and mentions; a mention that the survivor has already stays behind. */
async function moveRest({ db }: ActWorld, { survivorId, mergedId, equal }: Rest) {
	const rows = await db.networkKeyPerson.findMany({ where: { partyId: mergedId } });
	const marks = rows.map(({ id, tieId }) => ({ id, tieBefore: tieId, tieAfter: equal.get(tieId) ?? tieId }));
	for (const { id, tieAfter } of marks) {
		await db.networkKeyPerson.update({ where: { id }, data: { partyId: survivorId, tieId: tieAfter } });
	}
	const notes = await db.networkNote.findMany({ where: { partyId: mergedId }, select: { id: true } });
	await db.networkNote.updateMany({ where: { partyId: mergedId }, data: { partyId: survivorId } });
	const [theirs, own] = await Promise.all(
		[mergedId, survivorId].map((partyId) => db.networkMention.findMany({ where: { partyId } })),
	);
	const has = new Set((own ?? []).map(({ subjectKind, subjectId }) => `${subjectKind}:${subjectId}`));
	const mentions = (theirs ?? [])
		.filter(({ subjectKind, subjectId }) => !has.has(`${subjectKind}:${subjectId}`))
		.map(({ id }) => id);
	await db.networkMention.updateMany({ where: { id: { in: mentions } }, data: { partyId: survivorId } });
	return { marks, notes: notes.map(({ id }) => id), mentions };
}

/**
 * Takes a merge back: both entries are as they were before it, with what was changed or ended since. Later merges of the same
 * entry have to be taken back first.
 * @returns both ids; refuses with "later-first", "already-undone" (also of two at once), "forgotten" after erasure
 * @throws NotFound; Forbidden or SignInNeeded
 */
export const undoMerge = command(
	"network.undo-merge",
	async (
		world: ActWorld,
		{ id }: { id: string },
	): Promise<Outcome<{ survivorId: string; mergedId: string }, "later-first" | "already-undone" | "forgotten">> => {
		const { db, now, actor } = world;
		const merge = await db.networkMerge.findUnique({ where: { id } });
		if (!merge) throw new NotFound();
		demand(mayKeepNetwork, actor, merge);
		const { survivorId, mergedId, ownerId } = merge;
		await db.$queryRaw`SELECT 1 FROM network_party WHERE id = ANY (${[survivorId, mergedId]}::uuid[]) ORDER BY id FOR UPDATE`;
		const survivor = await db.networkParty.findUniqueOrThrow({ where: { id: survivorId } });
		const later = await db.networkMerge.count({
			where: {
				...{ survivorId, undoneAt: null },
				OR: [{ mergedAt: { gt: merge.mergedAt } }, { mergedAt: merge.mergedAt, id: { gt: id } }],
			},
		});
		if (later > 0 || survivor.mergedIntoId !== null) return refused("later-first");
		const read = mergeRecord.safeParse(merge.undo);
		if (!read.success || survivor.erasedAt) return refused("forgotten");
		const { count } = await db.networkMerge.updateMany({ where: { id, undoneAt: null }, data: { undoneAt: now } });
		if (count === 0) return refused("already-undone");
		await restore(world, { survivor, mergedId, record: read.data });
		world.record({
			type: "network.party.merge-undone",
			subject: { kind: "network-party", id: survivorId },
			...recordedFor(actor, ownerId),
			facts: { merge: id, merged: mergedId },
		});
		return done({ survivorId, mergedId });
	},
);

async function restore(
	{ db }: ActWorld,
	{ survivor, mergedId, record }: { survivor: NetworkParty; mergedId: string; record: MergeRecord },
): Promise<void> {
	const survivorId = survivor.id;
	await db.networkParty.update({ where: { id: mergedId }, data: { mergedIntoId: null } });
	for (const { id, before, after } of record.ties) {
		await db.networkTie.updateMany({ where: { id, ...after }, data: before });
	}
	const behalf = { id: { in: record.onBehalfOf }, onBehalfOfId: survivorId };
	await db.networkTie.updateMany({ where: behalf, data: { onBehalfOfId: mergedId } });
	const substitute = { id: { in: record.substituteFor }, substituteForId: survivorId };
	await db.networkTie.updateMany({ where: substitute, data: { substituteForId: mergedId } });
	for (const { id, tieBefore, tieAfter } of record.marks) {
		await db.networkKeyPerson.updateMany({
			where: { id, partyId: survivorId, tieId: tieAfter },
			data: { partyId: mergedId, tieId: tieBefore },
		});
	}
	const back = { data: { partyId: mergedId } };
	await db.networkNote.updateMany({ where: { id: { in: record.notes }, partyId: survivorId }, ...back });
	await db.networkMention.updateMany({ where: { id: { in: record.mentions }, partyId: survivorId }, ...back });
	await db.networkPartyTopic.deleteMany({ where: { partyId: survivorId, topicId: { in: record.topics } } });
	await db.networkPartyArea.deleteMany({ where: { partyId: survivorId, areaId: { in: record.areas } } });
	const fields = fieldsToRestore(record.fields, fieldsOf(survivor));
	await db.networkParty.update({ where: { id: survivorId }, data: { ...asData(fields), revision: { increment: 1 } } });
}

/** Says that two entries which look alike are not the same: they are not suggested again. @throws NotFound; Forbidden */
export const keepApart = command(
	"network.keep-apart",
	async (world: ActWorld, { firstId, secondId }: { firstId: string; secondId: string }) => {
		if (firstId === secondId) throw new NotFound();
		const first = await keptParty(world, firstId);
		const second = await keptParty(world, secondId);
		if (first.ownerId !== second.ownerId) throw new NotFound();
		const ids = firstId < secondId ? { firstId, secondId } : { firstId: secondId, secondId: firstId };
		await world.db.networkDistinct.createMany({ data: [{ ...ids, createdAt: world.now }], skipDuplicates: true });
		world.record({
			type: "network.party.kept-apart",
			subject: { kind: "network-party", id: ids.firstId },
			...recordedFor(world.actor, first.ownerId),
			facts: { other: ids.secondId },
		});
		return done(null);
	},
);
