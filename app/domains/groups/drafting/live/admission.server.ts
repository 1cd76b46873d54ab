import { now } from "~/platform/clock.server";
import { database } from "~/platform/database/client.server";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { watchActor } from "../../../accounts/index.server";
import { mayReadDraft, mayWriteDraft } from "../policy.server";
import { documentById } from "../queries/find-document.server";

/** Why a connection is refused or ended; the page has a sentence for each. */
export type Ended = "signed-out" | "no-right" | "frozen";

export type Admission =
	| { admitted: true; mode: "write" | "read"; personId: string; name: string; sessionId: string }
	| { admitted: false; why: Ended };

/** A house's own view for standing connections, which belong to no request. */
export function standingView(): Omit<World, "actor"> {
	return { db: database(), now: now(), locale: "de" };
}

/**
 * Whether the bearer of these cookies may take part in the live editing of a text at this moment; asked when a connection
 * begins and again while it stands.
 */
export async function admission(documentId: string, cookies: string): Promise<Admission> {
	const view = standingView();
	const actor = await watchActor(view, cookies);
	if (actor.kind !== "person") return { admitted: false, why: "signed-out" };
	try {
		const document = await documentById({ ...view, actor }, documentId);
		if (!mayReadDraft(actor, document)) return { admitted: false, why: "no-right" };
		if (!document.draftOpen) return { admitted: false, why: "frozen" };
		const mode = mayWriteDraft(actor, document) ? "write" : "read";
		const { personId, displayName: name, sessionId } = actor;
		return { admitted: true, mode, personId, name, sessionId };
	} catch (error) {
		if (error instanceof NotFound) return { admitted: false, why: "no-right" };
		throw error;
	}
}
