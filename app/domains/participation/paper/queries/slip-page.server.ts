import { houseAddress } from "~/platform/address.server";
import { NotFound } from "~/platform/outcome";
import { hashToken } from "~/platform/tokens.server";
import type { View } from "~/platform/world.server";
import { headOf } from "../../processes/queries/process-work.server";
import { slipGroups } from "../slip";
import { slipCode } from "../slip-code.server";
import { processForPaper } from "./enter-page.server";
import { enteredAs, ownPage, withCode, writtenDown } from "./written-down.server";

/** The look-up slip of something that was typed in, to print and hand over. @throws NotFound, Forbidden, SignInNeeded */
export async function slipPage(view: View, at: { place: string; process: string; code: string }) {
	const process = await processForPaper(view, at);
	const entry = await view.db.paperEntry.findFirst({
		where: { processId: process.id, ...withCode(at.code) },
		select: { id: true, wish: true, ...enteredAs },
	});
	if (!entry) throw new NotFound();
	const { number, commentNumber, title, submittedAt } = writtenDown(entry);
	const { space, shortName } = process.organisation;
	const code = slipCode(entry.id);
	return {
		...headOf(view, process, at.place),
		number,
		commentNumber,
		contribution: title,
		submittedAt,
		wish: entry.wish,
		code: slipGroups(code),
		address: houseAddress("/abholen").replace(/^https?:\/\//, ""),
		url: houseAddress(ownPage({ code, isComment: commentNumber !== null })),
		answeredUntil: process.answeredUntil?.toISOString().slice(0, 10) ?? null,
		phone: space?.phone ?? null,
		placeName: space?.name ?? shortName,
	};
}

/**
 * Where the author reads what became of it, by what somebody typed from a slip.
 * @returns null when nothing has this code
 */
export async function pageBehindSlip(view: Pick<View, "db">, code: string): Promise<string | null> {
	const hash = hashToken(code);
	const [contribution, comment] = await Promise.all([
		view.db.contribution.findUnique({ where: { statusHash: hash }, select: { id: true } }),
		view.db.comment.findUnique({ where: { draftHash: hash }, select: { id: true } }),
	]);
	return contribution || comment ? ownPage({ code, isComment: comment !== null }) : null;
}
