import { readOnce } from "~/domains/files/index.server";
import { formatFor, textFor } from "~/platform/i18n";
import type { Outcome } from "~/platform/outcome";
import type { StoredFile } from "~/platform/storage/receive.server";
import { readWord } from "~/platform/word/read-word.server";
import type { World } from "~/platform/world.server";
import type { DraftRead } from "../drafting/queries/draft.server";
import { messages as publicMessages } from "../messages";
import { keepWordReturn } from "./commands/word-return.server";
import { matchClauses } from "./match-clauses";
import { messages } from "./messages";
import { frontOf, generatedTexts } from "./word-paper.server";

/** The words of the Word file: German like the contract, whoever asks. */
export const wordWords = {
	t: textFor("de", messages),
	say: textFor("de", publicMessages),
	date: formatFor("de").date,
};

/**
 * Reads a partner's Word file, finds our clauses in it and keeps what it says. The file itself is not kept.
 * @returns the id of what was kept; refused with "word-kind", "word-broken" or "not-editable"
 */
export async function receiveWord(
	world: World,
	{ draft, partyId, stored }: { draft: DraftRead; partyId: string | null; stored: StoredFile },
): Promise<Outcome<{ returnId: string }, "word-kind" | "word-broken" | "not-editable">> {
	const read = await readWord(await readOnce(stored), stored.name);
	if (!read.done) return { done: false, refusals: read.refusals.map((refusal) => ({ ...refusal, field: "file" })) };
	const clauses = matchClauses(read.value, draft.blocks, {
		generated: generatedTexts(draft, wordWords),
		front: frontOf(draft, wordWords),
	});
	return keepWordReturn(world, { code: draft.code, partyId, name: stored.name, sha256: stored.sha256, clauses });
}
