import type { View } from "~/platform/world.server";
import { lastMomentFor, nextOpeningFor } from "../../processes/index";
import { type FoundProcess, isOpenFor } from "../../processes/index.server";

/** When contributing (or annotating) is possible in a process: now, from a moment on, or until when it was. */
export function contributingWhen(
	view: View,
	process: FoundProcess,
	wanted: "contribute" | "annotate" = "contribute",
): { open: boolean; from: Date | null; until: Date | null } {
	return {
		open: isOpenFor(process, wanted, view.now),
		from: nextOpeningFor(process.phases, wanted, view.now),
		until: lastMomentFor(process.phases, wanted),
	};
}
