import type { BadgeTone } from "~/design/badge";
import type { State } from "../concern";

/** What a state means at a glance. */
export const stateTone: Record<State, BadgeTone> = {
	CAPTURED: "neutral",
	CLARIFIED: "neutral",
	ASSIGNED: "info",
	FORWARDED: "info",
	EXAMINED: "info",
	ANSWERED: "success",
	CLOSED: "success",
};

/** The same for plans. */
export const planTone: Record<"draft" | "coming" | "running" | "over", BadgeTone> = {
	draft: "neutral",
	coming: "info",
	running: "success",
	over: "neutral",
};
