import { joined, type Manifest } from "~/platform/manifest.server";
import { closeAnswered, forgetAskers } from "./commands/close-concern.server";
import { settleOverdue } from "./commands/hand-over-deadline.server";
import { groupNotices } from "./group-results/notices.server";
import { notices } from "./notices.server";
import { officeDays } from "./office-days/manifest.server";
import { personalData } from "./personal-data.server";
import { waiting } from "./queries/waiting.server";
import { concern } from "./subject.server";

const concerns: Omit<Manifest, "domain"> = {
	subjects: { concern },
	notices: { ...notices, ...groupNotices },
	reindex: (event) => (event.subject.kind === "concern" ? [event.subject] : []),
	sweeps: {
		"guides.close-answered": closeAnswered,
		"guides.forget-askers": forgetAskers,
		"guides.hand-over-deadline": settleOverdue,
	},
	waiting,
	personalData,
};

/** What the house needs to know of guides. */
export const manifest = joined("guides", [officeDays, concerns]);
