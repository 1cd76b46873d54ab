import type { BadgeTone } from "~/design/badge";
import type { BudgetState, Feasibility } from "../budget";

export const stateTone: Record<BudgetState, BadgeTone> = {
	preparing: "neutral",
	frozen: "info",
	voting: "success",
	closed: "warning",
	counted: "info",
};

export const feasibilityTone: Record<Feasibility, BadgeTone> = {
	open: "neutral",
	feasible: "success",
	"not-feasible": "danger",
};
