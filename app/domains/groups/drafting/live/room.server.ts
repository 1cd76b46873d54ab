import type { Connection, Document } from "@hocuspocus/server";
import * as Y from "yjs";
import { house } from "~/platform/actor";
import { log } from "~/platform/log.server";
import { NotFound } from "~/platform/outcome";
import { storeLive } from "../commands/store-live.server";
import { contentOf } from "../document-text.server";
import { standingView } from "./admission.server";

/** What an editor is told beside the text itself. */
export type LiveMessage =
	/** Everything up to this mark of yours is stored and survives whatever happens to the server. */
	| { saved: number }
	/** What is written at present cannot be stored. */
	| { refused: string }
	/** The connection ends, and why. */
	| { ended: string };

export function tell(connection: Connection, message: LiveMessage): void {
	connection.sendStateless(JSON.stringify(message));
}

/**
 * One text that is open in editors. It counts what changes in memory and what of it is stored, because "saved" may only be
 * said of what is in the database.
 */
export class Room {
	#version = 0;
	#stored = 0;
	#revision = 0;
	#writers = new Set<string>();
	#marks: { connection: Connection; mark: number; version: number }[] = [];
	#storing: Promise<boolean> = Promise.resolve(true);

	constructor(
		readonly documentId: string,
		readonly document: Document,
	) {
		document.on("update", (_update: Uint8Array, origin: unknown) => {
			if (origin !== fromDatabase) this.#version += 1;
		});
	}

	/** Fills the document from the database. Throws when there is no readable text: nothing is then ever stored from it. */
	async load(): Promise<void> {
		const { state, revision } = await standingView().db.groupDocument.findUniqueOrThrow({
			where: { id: this.documentId },
			select: { state: true, revision: true },
		});
		Y.applyUpdate(this.document, state, fromDatabase);
		const content = contentOf(this.document);
		if (!content.done) throw new Error(`the stored draft is not valid: ${content.refusals[0]?.code}`);
		this.#revision = revision;
	}

	/** Brings in what plain forms and other processes stored meanwhile. */
	async follow(revision: number): Promise<void> {
		if (revision <= this.#revision) return;
		const row = await standingView().db.groupDocument.findUnique({
			where: { id: this.documentId },
			select: { state: true, revision: true },
		});
		if (!row || row.revision <= this.#revision) return;
		Y.applyUpdate(this.document, row.state, fromDatabase);
		this.#revision = row.revision;
	}

	/** Somebody wrote. */
	wrote(personId: string): void {
		this.#writers.add(personId);
	}

	/** An editor asks to be told when all it has sent so far is stored. */
	mark(connection: Connection, mark: number): void {
		if (this.#stored >= this.#version) tell(connection, { saved: mark });
		else this.#marks.push({ connection, mark, version: this.#version });
	}

	get isStored(): boolean {
		return this.#stored >= this.#version;
	}

	/** Stores what is not stored yet, one after the other. @returns false when the database did not answer: try again */
	store(): Promise<boolean> {
		this.#storing = this.#storing.then(() => this.#store());
		return this.#storing;
	}

	async #store(): Promise<boolean> {
		if (this.isStored) return true;
		const version = this.#version;
		const writers = [...this.#writers];
		try {
			const update = Y.encodeStateAsUpdate(this.document);
			const world = { ...standingView(), actor: house };
			const outcome = await storeLive(world, { documentId: this.documentId, update, writers });
			if (!outcome.done) {
				this.#tellAll({ refused: outcome.refusals[0]?.code ?? "" });
				return true;
			}
			this.#stored = version;
			// what forms and other processes stored in between
			Y.applyUpdate(this.document, outcome.value.state, fromDatabase);
			this.#revision = Math.max(this.#revision, outcome.value.revision);
			for (const personId of writers) this.#writers.delete(personId);
			this.#answer();
			return true;
		} catch (error) {
			if (error instanceof NotFound) return true;
			log.error({ err: error, document: this.documentId }, "a live draft could not be stored");
			return false;
		}
	}

	#answer(): void {
		const due = this.#marks.filter(({ version }) => version <= this.#stored);
		this.#marks = this.#marks.filter(({ version }) => version > this.#stored);
		for (const { connection, mark } of due) tell(connection, { saved: mark });
	}

	#tellAll(message: LiveMessage): void {
		this.document.broadcastStateless(JSON.stringify(message));
	}
}

/** Origin of changes that come from the database: they are stored already. Hocuspocus reads its fields. */
const fromDatabase = { source: "local", skipStoreHooks: true } as const;
