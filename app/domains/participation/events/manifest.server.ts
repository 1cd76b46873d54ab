import type { Manifest } from "~/platform/manifest.server";
import { endSeatOffers } from "./commands/offer-seats.server";
import { remindOfEvents } from "./commands/remind.server";
import { notices } from "./notices.server";
import { personalData } from "./personal-data.server";
import { eventSubject } from "./subject.server";

/** What the domain participation joins into its manifest. */
export const manifest: Manifest = {
	domain: "participation",
	subjects: { event: eventSubject },
	notices,
	reindex: ({ subject }) => (subject.kind === "event" ? [subject] : []),
	sweeps: {
		"participation.event-offers": endSeatOffers,
		"participation.event-reminders": remindOfEvents,
	},
	personalData,
};
