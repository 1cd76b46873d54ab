import type { BadgeTone } from "~/design/badge";
import type { ProcessState } from "../process";

export const stateTone: Record<ProcessState, BadgeTone> = {
	draft: "neutral",
	upcoming: "info",
	running: "success",
	finished: "neutral",
	archived: "neutral",
};
