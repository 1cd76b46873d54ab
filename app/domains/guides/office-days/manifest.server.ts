import type { Manifest } from "~/platform/manifest.server";
import { remindOfOfficeDays } from "./commands/remind.server";
import { notices } from "./notices.server";
import { personalData } from "./personal-data.server";
import { waitingUncovered } from "./queries/uncovered.server";
import { waitingToday } from "./queries/waiting.server";
import { officeSeries } from "./subject.server";

/** What office days join into the manifest of guides. */
export const officeDays: Omit<Manifest, "domain"> = {
	subjects: { "office-series": officeSeries },
	notices,
	reindex: ({ subject }) => (subject.kind === "office-series" ? [subject] : []),
	sweeps: { "guides.office-day-reminders": remindOfOfficeDays },
	waiting: async (view) => [...(await waitingToday(view)), ...(await waitingUncovered(view))],
	personalData,
};
