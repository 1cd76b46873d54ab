import { type LiveDrafts, openLiveDrafts } from "./live-drafts.server";

let open: LiveDrafts | undefined;

/** The live editing of this process; the first call opens it. */
export function liveDrafts(): LiveDrafts {
	open ??= openLiveDrafts();
	return open;
}

/** Stores at once what is written in editors of this process, so that a form or a frozen version does not miss it. */
export async function flushLiveDraft(documentId: string): Promise<void> {
	await open?.flush(documentId);
}

/** Ends the live editing of this process. */
export async function closeLiveDrafts(): Promise<void> {
	const closing = open;
	open = undefined;
	await closing?.close();
}
