import { HocuspocusProvider, HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import { expect } from "vitest";
import * as Y from "yjs";
import { fragmentName } from "~/domains/groups/drafting/document-text.server";
import type { PrismaClient } from "~/platform/database/generated/client";
import { hashToken, newId } from "~/platform/tokens.server";

/** A person with an account and an open session. @returns the Cookie header as well */
export async function signedInPerson(db: PrismaClient, name: string): Promise<{ personId: string; cookie: string }> {
	const now = new Date();
	const personId = newId(now);
	await db.person.create({ data: { id: personId, displayName: name, givenName: name, familyName: "Probe" } });
	const email = `${personId}@test.example`;
	await db.account.create({ data: { id: newId(now), personId, email, createdAt: now, emailConfirmedAt: now } });
	return { personId, cookie: await newSession(db, personId) };
}

/** One more session of somebody. @returns the Cookie header */
export async function newSession(db: PrismaClient, personId: string): Promise<string> {
	const now = new Date();
	const token = newId(now).replaceAll("-", "");
	const { id: accountId } = await db.account.findUniqueOrThrow({ where: { personId } });
	const expiresAt = new Date(now.getTime() + 3_600_000);
	await db.session.create({
		data: {
			id: hashToken(token),
			...{ accountId, createdAt: now, lastSeenAt: now, expiresAt, device: "Firefox, Linux", passwordAt: now },
		},
	});
	return `sitzung=${token}`;
}

/** An editor without a browser: the same protocol, and the same question whether all is stored. Destroy it afterwards. */
export function liveEditor({
	url,
	documentId,
	headers,
}: {
	url: string;
	documentId: string;
	headers: Record<string, string>;
}) {
	class WithHeaders extends WebSocket {
		constructor(address: string) {
			// Node's own WebSocket takes headers where the standard has protocols
			super(address, { headers } as unknown as string[]);
		}
	}
	const told: Record<string, unknown>[] = [];
	const refused: string[] = [];
	const socket = new HocuspocusProviderWebsocket({ url, WebSocketPolyfill: WithHeaders, delay: 100, minDelay: 50 });
	const provider = new HocuspocusProvider({
		websocketProvider: socket,
		name: documentId,
		onStateless: ({ payload }) => told.push(JSON.parse(payload)),
		onAuthenticationFailed: ({ reason }) => refused.push(reason),
	});
	provider.attach();
	const fragment = provider.document.getXmlFragment(fragmentName);
	let marks = 0;
	return {
		provider,
		socket,
		told,
		refused,
		fragment,
		words: () =>
			fragment
				.toString()
				.replace(/<[^>]*>/g, " ")
				.trim(),
		paragraph(at = 0): Y.XmlText {
			const element = fragment.get(at);
			const text = element instanceof Y.XmlElement ? element.get(0) : null;
			if (!(text instanceof Y.XmlText)) throw new Error("no text there");
			return text;
		},
		/** Resolves once the server has said that all that was written is stored. */
		async saved(): Promise<void> {
			await expect.poll(() => provider.unsyncedChanges).toBe(0);
			marks += 1;
			provider.sendStateless(JSON.stringify({ mark: marks }));
			await expect.poll(() => told.some((message) => message.saved === marks)).toBe(true);
		},
		destroy(): void {
			provider.destroy();
			socket.destroy();
		},
	};
}
