import type { Manifest } from "~/platform/manifest.server";
import { finishCirculars } from "./circular/commands/finish-circular.server";
import { completeInvitations } from "./invitation/commands/complete-invitations.server";
import { invitationNotices } from "./invitation/notices.server";
import { meetingPersonalData } from "./personal-data.server";
import { pollNotices } from "./poll/notices.server";
import { waitingMeetings } from "./queries/waiting.server";
import { workshopTableSubject } from "./workshop/subject.server";

/** What the house needs to know of meetings. */
export const meetingsManifest: Omit<Manifest, "domain"> = {
	subjects: { "workshop-table": workshopTableSubject },
	notices: { ...invitationNotices, ...pollNotices },
	sweeps: {
		"groups-complete-invitations": completeInvitations,
		"groups-finish-circulars": finishCirculars,
	},
	waiting: waitingMeetings,
	personalData: meetingPersonalData,
};
