import { houseAddress } from "~/platform/address.server";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { headOf } from "../../processes/queries/process-work.server";
import { slipGroups } from "../slip";
import { slipCode } from "../slip-code.server";
import { processForPaper } from "./enter-page.server";

/** The look-up slip of something that was typed in, to print and hand over. @throws NotFound, Forbidden, SignInNeeded */
export async function slipPage(view: View, at: { place: string; process: string; code: string }) {
	const process = await processForPaper(view, at);
	const entry = await view.db.paperEntry.findFirst({
		where: { processId: process.id, contribution: { code: at.code.toUpperCase() } },
		select: { wish: true, contribution: { select: { id: true, number: true, title: true, submittedAt: true } } },
	});
	if (!entry) throw new NotFound();
	const { id, number, title, submittedAt } = entry.contribution;
	const { space, shortName } = process.organisation;
	const code = slipCode(id);
	return {
		...headOf(view, process, at.place),
		number,
		contribution: title,
		submittedAt,
		wish: entry.wish,
		code: slipGroups(code),
		address: houseAddress("/abholen").replace(/^https?:\/\//, ""),
		url: houseAddress(`/stand/${code}`),
		answeredUntil: process.answeredUntil?.toISOString().slice(0, 10) ?? null,
		phone: space?.phone ?? null,
		placeName: space?.name ?? shortName,
	};
}

/**
 * The address of the status page behind what somebody typed from a slip. @returns null when no contribution has this code
 */
export async function statusBehindSlip(view: Pick<View, "db">, statusHash: string): Promise<boolean> {
	const found = await view.db.contribution.findUnique({ where: { statusHash }, select: { id: true } });
	return found !== null;
}
