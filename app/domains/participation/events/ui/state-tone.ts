import type { BadgeTone } from "~/design/badge";
import type { EventState, RegistrationState } from "../event";

export const stateTone: Record<EventState, BadgeTone> = {
	planned: "info",
	now: "success",
	over: "neutral",
	cancelled: "danger",
};

export const registrationTone: Record<RegistrationState, BadgeTone> = {
	pending: "warning",
	seat: "success",
	waiting: "info",
	offered: "warning",
	cancelled: "neutral",
	lapsed: "neutral",
};
