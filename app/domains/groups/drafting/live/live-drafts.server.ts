import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { type Connection, type Document, Hocuspocus, type WebSocketLike } from "@hocuspocus/server";
import crossws from "crossws/adapters/node";
import { log } from "~/platform/log.server";
import { type Admission, admission, type Ended, standingView } from "./admission.server";
import { Room, tell } from "./room.server";
import { isKnownUpdate } from "./update-check.server";

/** A pause this long after a keystroke stores the draft, and no longer than that while somebody writes on. */
const pauseMs = 300;
const longestPauseMs = 1_500;
/** So often it is asked whether a text changed outside and whether everybody may still be there: a lost right ends within five. */
export const lookMs = 1_000;
/** So long the end of the process waits for the last store. */
const patienceMs = 8_000;
/** Two texts at once in each of four windows are enough for one person; more is no person. */
const mostConnections = 400;

type Member = { personId: string; name: string; mode: "write" | "read"; cookies: string };
type Context = { member?: Member };

export type LiveDrafts = {
	/** Takes over a connection whose origin and path were checked. */
	accept(request: IncomingMessage, socket: Duplex, head: Buffer): void;
	/** Stores at once what is open of this text in this process. */
	flush(documentId: string): Promise<void>;
	/** How many texts are in memory. */
	count(): number;
	/** Stores everything and ends all connections. */
	close(): Promise<void>;
};

class Refused extends Error {
	readonly code = 4403;
	constructor(readonly reason: string) {
		super("");
	}
}

/** Opens the live editing of drafts; one per process. */
export function openLiveDrafts(): LiveDrafts {
	const rooms = new Map<string, Room>();
	let closing = false;

	const hocuspocus = new Hocuspocus<Context>({
		name: "drafts",
		quiet: true,
		debounce: pauseMs,
		maxDebounce: longestPauseMs,
		unloadImmediately: true,
		maxPendingDocuments: 1,
		maxUnauthenticatedQueueSize: 1_000_000,

		async onAuthenticate({ documentName, requestHeaders, connectionConfig }) {
			const cookies = requestHeaders.get("cookie") ?? "";
			if (closing || !isId(documentName)) throw new Refused("no-right");
			const answer = await admission(documentName, cookies);
			if (!answer.admitted) throw new Refused(answer.why);
			const { mode, personId, name } = answer;
			connectionConfig.readOnly = mode === "read";
			return { member: { personId, name, mode, cookies } satisfies Member };
		},

		async onLoadDocument({ document, documentName }) {
			const room = new Room(documentName, document);
			await room.load();
			rooms.set(documentName, room);
		},

		async beforeSync({ type, payload, connection }) {
			// 0 asks what there is; 1 and 2 bring something
			if (type === 0 || connection.readOnly || isKnownUpdate(payload)) return;
			throw new Refused("unknown-part");
		},

		async beforeHandleAwareness({ states, context }) {
			// under which name somebody is there is not theirs to say
			const name = (context as Context | undefined)?.member?.name ?? "";
			for (const state of states.values()) if (state.user) state.user = { name };
		},

		async onChange({ documentName, context }) {
			const personId = context.member?.personId;
			if (personId) rooms.get(documentName)?.wrote(personId);
		},

		async onStateless({ connection, documentName, payload }) {
			const mark = markIn(payload);
			if (mark !== null) rooms.get(documentName)?.mark(connection, mark);
		},

		async onStoreDocument({ document, documentName }) {
			await storeRoom(document, documentName);
		},

		async beforeUnloadDocument({ documentName }) {
			const room = rooms.get(documentName);
			if (room && !closing && !(await room.store())) throw new Refused("not-stored");
		},

		async afterUnloadDocument({ documentName }) {
			rooms.delete(documentName);
		},
	});

	/** Tries until the database answers: what is in memory must not be forgotten because nobody types on. */
	async function storeRoom(document: Document, documentName: string): Promise<void> {
		const room = rooms.get(documentName);
		if (!room) return;
		while (!(await room.store())) {
			if (closing || hocuspocus.documents.get(documentName) !== document) return;
			await sleep(lookMs);
		}
	}

	const sockets = crossws({
		serverOptions: { maxPayload: 1_000_000 },
		hooks: {
			open(peer) {
				const client = hocuspocus.handleConnection(peer.websocket as WebSocketLike, peer.request as Request);
				clients.set(peer.id, client);
			},
			message(peer, message) {
				clients.get(peer.id)?.handleMessage(message.uint8Array());
			},
			close(peer, { code = 1000, reason = "" }) {
				clients.get(peer.id)?.handleClose({ code, reason });
				clients.delete(peer.id);
			},
			error(_peer, error) {
				log.warn({ err: error }, "a live connection broke");
			},
		},
	});
	const clients = new Map<string, ReturnType<typeof hocuspocus.handleConnection>>();

	/** Once a second while texts are open: what changed outside, and who may no longer be there. */
	async function look(): Promise<void> {
		const ids = [...hocuspocus.documents.keys()];
		if (ids.length === 0) return;
		const rows = await standingView().db.groupDocument.findMany({
			where: { id: { in: ids } },
			select: { id: true, revision: true },
		});
		for (const { id, revision } of rows) await rooms.get(id)?.follow(revision);
		for (const document of hocuspocus.documents.values()) {
			for (const connection of document.getConnections()) await lookAt(connection);
		}
	}

	async function lookAt(connection: Connection<Context>): Promise<void> {
		const { member } = connection.context;
		if (!member) return end(connection, "no-right");
		const answer: Admission = await admission(connection.document.name, member.cookies);
		if (!answer.admitted) end(connection, answer.why);
		else if (answer.mode !== member.mode) end(connection, "no-right");
	}

	function end(connection: Connection<Context>, why: Ended): void {
		const { webSocket } = connection;
		connection.readOnly = true;
		tell(connection, { ended: why });
		connection.close({ code: 4403, reason: why });
		webSocket.close(4403, why);
	}

	let looking = false;
	const watch = setInterval(() => {
		if (looking) return;
		looking = true;
		look()
			.catch((error: unknown) => log.warn({ err: error }, "live drafts could not be looked after"))
			.finally(() => {
				looking = false;
			});
	}, lookMs);
	watch.unref();

	return {
		accept(request, socket, head) {
			if (closing || clients.size >= mostConnections) socket.destroy();
			else void sockets.handleUpgrade(request, socket, head);
		},
		async flush(documentId) {
			await rooms.get(documentId)?.store();
		},
		count: () => hocuspocus.documents.size,
		async close() {
			closing = true;
			clearInterval(watch);
			const stores = Promise.all([...rooms.values()].map((room) => room.store()));
			await Promise.race([stores, sleep(patienceMs, undefined, { ref: false })]);
			hocuspocus.closeConnections();
			sockets.closeAll(1001, "restart");
		},
	};
}

function isId(name: string): boolean {
	return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(name);
}

function markIn(payload: string): number | null {
	if (payload.length > 100) return null;
	try {
		const message: unknown = JSON.parse(payload);
		const mark = typeof message === "object" && message !== null && "mark" in message ? message.mark : null;
		return typeof mark === "number" && Number.isSafeInteger(mark) ? mark : null;
	} catch {
		return null;
	}
}
