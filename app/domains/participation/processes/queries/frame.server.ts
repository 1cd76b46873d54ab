import type { Frame } from "../process";
import type { FoundProcess } from "./find-process.server";

/** The decision frame of a stored process, as its rule asks for it. */
export function frameOf(process: FoundProcess): Frame {
	return {
		purposeIsThere: process.purpose !== null,
		fixedPointsAreThere: process.fixedPoints !== null,
		openQuestionsAreThere: process.openQuestions !== null,
		level: process.level,
		decidedBy: process.decidedBy,
		answeredUntil: process.answeredUntil,
		responsiblePostId: process.responsiblePostId,
		phases: process.phases,
	};
}
