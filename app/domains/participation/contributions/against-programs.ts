import type { Refusal } from "~/platform/outcome";
import { leastSeconds } from "./forms";

/**
 * What looks like a program: the field that people do not see is filled in, or the form came back faster than anybody
 * writes. The refusal keeps what was typed; sending once more is enough, with or without JavaScript.
 */
export function whyProgram(
	{ webseite, seit }: { webseite: string; seit: number },
	now: Date,
): Refusal<"trap-filled" | "too-fast"> | null {
	if (webseite !== "") return { code: "trap-filled", field: "webseite" };
	return now.getTime() - seit < leastSeconds * 1000 ? { code: "too-fast" } : null;
}
