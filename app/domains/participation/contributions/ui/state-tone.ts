import type { BadgeTone } from "~/design/badge";
import type { ContributionState } from "../contribution";

export const stateTone: Record<ContributionState, BadgeTone> = {
	draft: "neutral",
	"waiting-for-confirmation": "warning",
	"waiting-for-moderation": "info",
	published: "success",
	hidden: "danger",
	withdrawn: "neutral",
};
