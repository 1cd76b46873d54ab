import type { BadgeTone } from "~/design/badge";
import type { Feasibility } from "../budget";

export const feasibilityTone: Record<Feasibility, BadgeTone> = {
	open: "neutral",
	feasible: "success",
	"not-feasible": "danger",
};
