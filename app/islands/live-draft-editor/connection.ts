import { HocuspocusProvider, HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import * as Y from "yjs";

export type LiveState =
	| { kind: "saved" | "saving" | "offline" | "waiting" | "refused" }
	/** Over for good; `unsaved`: something of it is only on this page. */
	| { kind: "ended"; why: string; unsaved: boolean };

export type LiveConnection = {
	document: Y.Doc;
	provider: HocuspocusProvider;
	/** Resolves once the text is there, or says why it will not come. */
	ready: Promise<string | null>;
	hasUnsaved(): boolean;
};

const SYNC = 0;
const SYNC_REPLY = 4;
const SYNC_STEP_2 = 1;
/** A pause in typing after which the server is asked to say when all is stored. */
const ASK_MS = 200;

/**
 * Connects to the draft and keeps count of what is stored. "Saved" is only what the server says after it has stored it: after
 * every change it is sent a number, and answers that number when all that came before is in the database.
 */
export function connectLive(
	{ address, name }: { address: string; name: string },
	show: (state: LiveState) => void,
): LiveConnection {
	const document = new Y.Doc();
	const socket = new HocuspocusProviderWebsocket({
		url: `${location.origin.replace(/^http/, "ws")}${address}`,
		delay: 500,
		minDelay: 300,
		factor: 1.5,
		maxDelay: 5_000,
	});
	let [changes, saved] = [0, 0];
	let caughtUp = false;
	let refused = false;
	let ended: string | null = null;
	let asking: ReturnType<typeof setTimeout> | undefined;
	let settle: (why: string | null) => void = () => undefined;
	const ready = new Promise<string | null>((resolve) => {
		settle = resolve;
	});

	const hasUnsaved = () => saved < changes;
	const tell = () => {
		if (ended !== null) show({ kind: "ended", why: ended, unsaved: hasUnsaved() });
		else if (refused) show({ kind: "refused" });
		else if (!caughtUp) show({ kind: hasUnsaved() ? "offline" : "waiting" });
		else show({ kind: hasUnsaved() ? "saving" : "saved" });
	};
	const ask = () => {
		if (caughtUp && hasUnsaved()) provider.sendStateless(JSON.stringify({ mark: changes }));
	};
	const end = (why: string) => {
		ended ??= why;
		socket.disconnect();
		settle(why);
		tell();
	};

	const provider = new HocuspocusProvider({
		websocketProvider: socket,
		name,
		document,
		onOpen() {
			caughtUp = false;
		},
		onClose() {
			caughtUp = false;
			tell();
		},
		onAuthenticationFailed: ({ reason }) => end(reason),
		onMessage({ message }) {
			message.readVarString();
			const type: number = message.readVarUint();
			if ((type !== SYNC && type !== SYNC_REPLY) || message.readVarUint() !== SYNC_STEP_2) return;
			// The server asked for what it lacks before it sent this, so our answer is on its way: what was written without a
			// connection has gone out, and a number sent from now on stands behind it.
			caughtUp = true;
			setTimeout(() => {
				settle(null);
				ask();
				tell();
			});
		},
		onStateless({ payload }) {
			const said: { saved?: number; refused?: string; ended?: string } = JSON.parse(payload);
			if (said.ended !== undefined) return end(said.ended);
			if (said.saved !== undefined) saved = Math.max(saved, said.saved);
			refused = said.refused !== undefined;
			tell();
		},
	});
	document.on("update", (_update: Uint8Array, origin: unknown) => {
		if (origin === provider) return;
		changes += 1;
		clearTimeout(asking);
		asking = setTimeout(ask, ASK_MS);
		tell();
	});
	provider.attach();

	// A socket whose network is gone notices only after a while.
	window.addEventListener("offline", () => {
		socket.disconnect();
		caughtUp = false;
		tell();
	});
	window.addEventListener("online", () => {
		if (ended === null) socket.connect();
	});
	window.addEventListener("beforeunload", (event) => {
		if (hasUnsaved()) event.preventDefault();
	});
	return { document, provider, ready, hasUnsaved };
}
