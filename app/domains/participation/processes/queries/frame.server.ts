import { isBoundAbout } from "~/domains/council/index.server";
import type { View } from "~/platform/world.server";
import { openPoints } from "../check";
import type { Frame } from "../process";
import type { FoundProcess } from "./find-process.server";
import { guidelinesInForce } from "./guidelines.server";

/** How many points of the Beteiligungs-Check are open before the process may be published. */
export async function countOpenChecks(view: Pick<View, "db" | "now">, process: FoundProcess): Promise<number> {
	const guidelines = await guidelinesInForce(view, process.organisationId);
	// asked inside acts as well, where a transaction answers one question at a time
	const answered = await view.db.processCheck.findMany({ where: { processId: process.id }, select: { point: true } });
	return openPoints(process, guidelines, answered).length;
}

/** Whether a resolution binds the decider; asked only where people are promised to decide with others. */
export async function isBound(
	view: Pick<View, "db" | "now">,
	{ id, level }: { id: string; level: string | null },
): Promise<boolean> {
	return level === "decide" && (await isBoundAbout(view, { kind: "process", id }));
}

/** The decision frame of a stored process, as its rule asks for it. */
export function frameOf(process: FoundProcess, { openChecks, bound }: { openChecks: number; bound: boolean }): Frame {
	return {
		purposeIsThere: process.purpose !== null,
		fixedPointsAreThere: process.fixedPoints !== null,
		openQuestionsAreThere: process.openQuestions !== null,
		level: process.level,
		decidedBy: process.decidedBy,
		answeredUntil: process.answeredUntil,
		responsiblePostId: process.responsiblePostId,
		phases: process.phases,
		isBound: bound,
		openChecks,
	};
}
