import type { DomainEvent } from "./audit.server";
import type { Prisma } from "./database/generated/client";
import type { MailAttachment } from "./mail/queue.server";
import type { NoticeTopic } from "./notice-topics";
import type { View, World } from "./world.server";

/** How an object is shown where another domain points to it: only what its own policy lets this reader see. */
export type SubjectView = {
	id: string;
	title: string;
	href: string;
	/** What it is, in the reader's language: "Beitrag", "Maßnahme". */
	kindLabel: string;
	/** Its state in the reader's language. */
	state: string | null;
	/** The day that counts for it, e.g. of publication. */
	at: Date | null;
	organisationId: string | null;
};

export type Subject = {
	/** Resolves ids to what this reader may see; ids that are absent or not theirs are simply left out. */
	resolve(view: View, ids: string[]): Promise<Map<string, SubjectView>>;
	/** The id of the object with this short address or code, or null; whether the reader may see it is asked of `resolve`. */
	findByCode?(view: View, code: string): Promise<string | null>;
	/** The text by which it is found, or null when it is not (or no longer) to be found. Asked as the house. */
	searchText?(db: Prisma.TransactionClient, id: string): Promise<SearchText | null>;
	/** Those of these ids that everybody may read at present: messages that quote others are kept back without it. */
	standing?(db: Prisma.TransactionClient, ids: string[]): Promise<Set<string>>;
	/** May this reader open files of this object? Without it the object has no files. */
	mayReadFiles?(view: View, id: string): Promise<boolean>;
	/** May this person add files to it or take them away? */
	mayWriteFiles?(view: View, id: string): Promise<boolean>;
};

export type SearchText = { ownerId: string; isPublic: boolean; title: string; body: string; at: Date };

/** A recorded event as the worker hands it on. */
export type RecordedEvent = Required<Pick<DomainEvent, "type" | "subject" | "facts">> & {
	id: string;
	ownerId: string;
	at: Date;
	actorPersonId: string | null;
};

/** Whom to tell. A person is reached by preference; a bare address (a guest's) only for what they asked for. */
export type Recipient = { personId: string } | { email: string; locale: "de" | "en" };

export type Notice = {
	to: Recipient;
	/** "service" is an answer to me or a receipt and goes out at once; "digest" is collected. */
	kind: "service" | "digest";
	/** Of a collected message; "news" when nothing is said. */
	topic?: NoticeTopic;
	/** A text of somebody else that the message quotes: hidden or withdrawn meanwhile, the message is kept back. */
	quotes?: { kind: string; id: string };
	subject: string;
	/** Sentences, already in the recipient's language. */
	paragraphs: string[];
	/** A path of this house with the words of its button. */
	action: { path: string; label: string } | null;
	/** Why one gets this. */
	because: string;
	/** Files that go along with the mail; whoever writes the notice has made sure that this recipient may read them. */
	attachments?: readonly MailAttachment[];
};

export type PersonalData = {
	/** Everything this domain holds about the person, as plain data for the export file. */
	export(db: Prisma.TransactionClient, personId: string): Promise<Record<string, unknown>>;
	/** Forgets the person; what law or the public record needs stays without the name. */
	erase(view: View, personId: string): Promise<void>;
	/** Deletes what is past its time; returns how many rows. */
	retain(view: View): Promise<number>;
};

/**
 * Something that waits for this reader, in their words: "Beiträge freigeben", 3, where to do it; `about` names what it
 * belongs to. Without a count it is one thing, such as what takes place today.
 */
export type Waiting = { label: string; about?: string; count: number | null; href: string; urgent: boolean };

export type Manifest = {
	domain: string;
	subjects?: Record<string, Subject>;
	/** Domain event → whom to tell in which words. Called by the worker after the commit, perhaps twice. */
	notices?: Record<string, (db: Prisma.TransactionClient, event: RecordedEvent) => Promise<Notice[]>>;
	/** Kinds of subject whose search text has to be read again after an event. */
	reindex?: (event: RecordedEvent) => { kind: string; id: string }[];
	jobs?: Record<string, (world: World, payload: Record<string, unknown>) => Promise<void>>;
	/** Does what is due at world.now, once, also when late; returns how much was done. */
	sweeps?: Record<string, (world: World) => Promise<number>>;
	/** What waits for this reader on the page "Heute zu tun", most urgent first; empty entries are left out. */
	waiting?: (view: View) => Promise<Waiting[]>;
	personalData?: PersonalData;
};

/** One manifest out of those of a domain's parts. */
export function joined(domain: string, parts: readonly Omit<Manifest, "domain">[]): Manifest {
	return {
		domain,
		subjects: Object.assign({}, ...parts.map((part) => part.subjects)),
		notices: Object.assign({}, ...parts.map((part) => part.notices)),
		reindex: (event) => parts.flatMap((part) => part.reindex?.(event) ?? []),
		jobs: Object.assign({}, ...parts.map((part) => part.jobs)),
		sweeps: Object.assign({}, ...parts.map((part) => part.sweeps)),
		async waiting(view) {
			return (await Promise.all(parts.map((part) => part.waiting?.(view) ?? []))).flat();
		},
		personalData: {
			async export(db, personId) {
				const exported = await Promise.all(parts.map((part) => part.personalData?.export(db, personId)));
				return Object.assign({}, ...exported);
			},
			async erase(view, personId) {
				for (const part of parts) await part.personalData?.erase(view, personId);
			},
			async retain(view) {
				let rows = 0;
				for (const part of parts) rows += (await part.personalData?.retain(view)) ?? 0;
				return rows;
			},
		},
	};
}

let known: readonly Manifest[] = [];

/** Called once by the composition root (app/server); nobody else knows all domains. */
export function introduce(manifests: readonly Manifest[]): void {
	known = manifests;
}

export function manifests(): readonly Manifest[] {
	return known;
}

export function subjectOf(kind: string): Subject | null {
	for (const manifest of known) {
		// The kind may come from an address: "constructor" is no kind.
		if (manifest.subjects && Object.hasOwn(manifest.subjects, kind)) return manifest.subjects[kind] ?? null;
	}
	return null;
}

/** Resolves objects of many kinds at once, under their own policies; the key is "kind:id". */
export async function resolveSubjects(
	view: View,
	references: { kind: string; id: string }[],
): Promise<Map<string, SubjectView>> {
	const resolved = new Map<string, SubjectView>();
	for (const [kind, group] of Map.groupBy(references, (reference) => reference.kind)) {
		const subject = subjectOf(kind);
		if (!subject) continue;
		const views = await subject.resolve(view, [...new Set(group.map((reference) => reference.id))]);
		for (const [id, found] of views) resolved.set(`${kind}:${id}`, found);
	}
	return resolved;
}
