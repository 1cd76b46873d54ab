import type { z } from "zod";
import { NotFound, type Outcome } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { addNote, changeNote, judgeNote, toggleDot } from "./commands/notes.server";
import type { noteForm } from "./forms";

/** Does what was sent from the page of a table. @throws NotFound for a note that is not there */
export async function noteAct(
	world: World,
	tableId: string,
	{ act, about, text, seen, paperDots }: z.output<typeof noteForm>,
): Promise<Outcome<unknown>> {
	if (act === "add") return addNote(world, { tableId, text });
	if (about === "") throw new NotFound();
	const noteId = about;
	switch (act) {
		case "change":
			// browsers send line breaks as CRLF
			return changeNote(world, { noteId, text, seen: seen.replaceAll("\r\n", "\n") });
		case "dot":
			return toggleDot(world, { noteId });
		case "paper":
			return judgeNote(world, { noteId, paperDots: Number(paperDots) });
		case "remove":
			return judgeNote(world, { noteId, removed: true });
		default:
			return judgeNote(world, { noteId, isResult: act === "result" });
	}
}
