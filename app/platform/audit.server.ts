import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { newId } from "./tokens.server";
import type { View } from "./world.server";

/** Codes, ids, hashes and amounts; money as a string of cents. Never a name, an address or a text that people wrote. */
export type Facts = Record<string, string | number | boolean | null | string[]>;

/** What happened, to which object, in whose chain. */
export type DomainEvent = {
	/** domain.object.happened, e.g. "participation.contribution.published" */
	type: string;
	subject: { kind: string; id: string };
	/** The owning organisation; null for what belongs to the installation (accounts, the register). */
	ownerId: string | null;
	facts?: Facts;
	/** The post as which, and the organisation on whose behalf, the actor acted. */
	postId?: string | null;
	onBehalfOfId?: string | null;
};

/** The chain of events that belong to no organisation. */
export const houseChain = "00000000-0000-0000-0000-000000000000";

const beginning = "0".repeat(64);

type ChainedRow = {
	id: string;
	ownerId: string;
	position: bigint;
	at: Date;
	act: string;
	type: string;
	actorKind: string;
	actorId: string | null;
	postId: string | null;
	onBehalfOfId: string | null;
	subjectKind: string;
	subjectId: string;
	facts: unknown;
	previous: string;
};

/** SHA-256 over the canonical JSON (RFC 8785) of a row with the hash of the row before it. */
function hashOf(row: ChainedRow): string {
	const text = canonicalize({ ...row, position: row.position.toString(), at: row.at.toISOString() });
	if (text === undefined) throw new Error("an audit row has no canonical form");
	return createHash("sha256").update(text).digest("hex");
}

/** The head of a chain, locked until the act is committed; a chain begins with its first event. */
async function lockedHead(view: View, ownerId: string): Promise<{ position: bigint; head: string }> {
	const locked = () => view.db.$queryRaw<{ position: bigint; head: string }[]>`
		SELECT position, head FROM audit_chain WHERE owner_id = ${ownerId}::uuid FOR UPDATE`;
	const [chain] = await locked();
	if (chain) return chain;
	await view.db.$executeRaw`
		INSERT INTO audit_chain (owner_id, position, head) VALUES (${ownerId}::uuid, 0, ${beginning}) ON CONFLICT DO NOTHING`;
	const [begun] = await locked();
	if (!begun) throw new Error(`the audit chain of ${ownerId} is missing`);
	return begun;
}

/**
 * Appends the events of one act to the chains of their owners and to the outbox.
 * Takes each chain's head once, in the order of the owners' ids, so that two acts never wait for each other in a circle.
 * SQL, because every act of an organisation waits for this: between lock and commit there is one statement.
 */
export async function writeEvents(view: View, act: string, events: DomainEvent[]): Promise<void> {
	const byOwner = Map.groupBy(events, (event) => event.ownerId ?? houseChain);
	for (const ownerId of [...byOwner.keys()].sort()) {
		let { position, head } = await lockedHead(view, ownerId);
		const rows = (byOwner.get(ownerId) ?? []).map((event) => {
			position += 1n;
			const row = {
				id: newId(view.now),
				ownerId,
				position,
				at: view.now,
				act,
				type: event.type,
				actorKind: view.actor.kind,
				actorId: view.actor.kind === "person" ? view.actor.personId : null,
				postId: event.postId ?? null,
				onBehalfOfId: event.onBehalfOfId ?? null,
				subjectKind: event.subject.kind,
				subjectId: event.subject.id,
				facts: event.facts ?? {},
				previous: head,
			};
			head = hashOf(row);
			return { ...row, position: position.toString(), hash: head };
		});
		await view.db.$executeRaw`
			WITH event AS (
				INSERT INTO audit_event (id, owner_id, position, at, act, type, actor_kind, actor_id, post_id, on_behalf_of_id,
					subject_kind, subject_id, facts, previous, hash)
				SELECT id, "ownerId", position, at, act, type, "actorKind", "actorId", "postId", "onBehalfOfId",
					"subjectKind", "subjectId", facts, previous, hash
				FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row(id uuid, "ownerId" uuid, position bigint,
					at timestamptz, act text, type text, "actorKind" text, "actorId" uuid, "postId" uuid, "onBehalfOfId" uuid,
					"subjectKind" text, "subjectId" uuid, facts jsonb, previous text, hash text)
				ORDER BY position RETURNING id
			), waiting AS (
				INSERT INTO outbox (event_id, created_at, attempts) SELECT id, ${view.now}::timestamptz, 0 FROM event
			), chain AS (
				UPDATE audit_chain SET position = ${position}, head = ${head} WHERE owner_id = ${ownerId}::uuid
			)
			SELECT graphile_worker.add_job('handle-event', json_build_object('eventId', id)) FROM event`;
	}
}

/** A row of a chain with its hash, as anybody can check it: numbers as text, moments in ISO 8601. */
export type ToldEvent = Omit<ChainedRow, "position" | "at" | "facts"> & {
	position: string;
	at: string;
	facts: Record<string, unknown>;
	hash: string;
};

/**
 * The events of one object in the chain of its owner, oldest first, for handing them out.
 * @throws when there are more than `longest`: a trail is never cut
 */
export async function eventsOf(
	db: View["db"],
	{ ownerId, subject, longest }: { ownerId: string; subject: { kind: string; id: string }; longest: number },
): Promise<ToldEvent[]> {
	const rows = await db.auditEvent.findMany({
		where: { ownerId, subjectKind: subject.kind, subjectId: subject.id },
		orderBy: { position: "asc" },
		take: longest + 1,
	});
	if (rows.length > longest) throw new Error(`${subject.kind} ${subject.id} has more than ${longest} events`);
	return rows.map((row) => ({
		...row,
		position: row.position.toString(),
		at: row.at.toISOString(),
		facts: row.facts as Facts,
	}));
}

/** An act as the record has it. */
export type RecordedAct = { id: string; at: Date; type: string; facts: unknown; actorId: string | null };

/**
 * Acts of these types on these objects that carry one fact, oldest first, at most `most`: for the history of a thing that has no
 * rows of its own. The caller has asked who may read it.
 */
export function recordedActs(
	db: View["db"],
	{
		subjects,
		types,
		fact,
		most,
	}: {
		subjects: { kind: string; ids: readonly string[] };
		types: readonly string[];
		fact: { name: string; is: string };
		most: number;
	},
): Promise<RecordedAct[]> {
	return db.auditEvent.findMany({
		where: {
			subjectKind: subjects.kind,
			subjectId: { in: [...subjects.ids] },
			type: { in: [...types] },
			facts: { path: [fact.name], equals: fact.is },
		},
		select: { id: true, at: true, type: true, facts: true, actorId: true },
		orderBy: [{ at: "asc" }, { position: "asc" }],
		take: most,
	});
}

export type BrokenChain = { ownerId: string; position: bigint; reason: "hash" | "gap" | "link" | "head" };

/** Walks every chain from its beginning; returns the first row of each chain that does not hold. */
export async function brokenChains(db: View["db"]): Promise<{ events: number; chains: number; broken: BrokenChain[] }> {
	const broken: BrokenChain[] = [];
	const chains = await db.auditChain.findMany({ orderBy: { ownerId: "asc" } });
	let events = 0;
	for (const chain of chains) {
		let previous = beginning;
		let position = 0n;
		let found: BrokenChain | null = null;
		while (!found) {
			const rows = await db.auditEvent.findMany({
				where: { ownerId: chain.ownerId, position: { gt: position } },
				orderBy: { position: "asc" },
				take: 1000,
			});
			if (rows.length === 0) break;
			for (const { hash, ...row } of rows) {
				events += 1;
				const reason =
					row.position !== position + 1n
						? "gap"
						: row.previous !== previous
							? "link"
							: hashOf(row) !== hash
								? "hash"
								: null;
				if (reason) {
					found = { ownerId: chain.ownerId, position: row.position, reason };
					break;
				}
				position = row.position;
				previous = hash;
			}
		}
		if (!found && (chain.position !== position || chain.head !== previous)) {
			found = { ownerId: chain.ownerId, position, reason: "head" };
		}
		if (found) broken.push(found);
	}
	// Rows whose chain head was removed would otherwise never be looked at.
	const orphans = await db.auditEvent.groupBy({
		by: ["ownerId"],
		where: { ownerId: { notIn: chains.map((chain) => chain.ownerId) } },
	});
	broken.push(...orphans.map(({ ownerId }) => ({ ownerId, position: 0n, reason: "head" as const })));
	return { events, chains: chains.length, broken };
}
