import { joined, type Manifest } from "~/platform/manifest.server";
import { endSeatOffers } from "./calls/commands/offers.server";
import { callNotices } from "./calls/notices.server";
import { callPersonalData } from "./calls/personal-data.server";
import { tellOfEnds } from "./charter/commands/lifecycle.server";
import { charterNotices } from "./charter/notices.server";
import { reviewsDue } from "./charter/queries/reviews-due.server";
import { decidingManifest } from "./deciding/manifest.server";
import { removeOldFiles } from "./documents/commands/group-files.server";
import { groupFile } from "./documents/queries/group-files.server";
import { guestPersonalData } from "./guests/personal-data.server";
import { joiningPart } from "./joining/manifest-part.server";
import { meetingsManifest } from "./meetings/manifest.server";
import { minutesPart } from "./minutes/manifest-part.server";
import { notices } from "./notices.server";
import { noteServedObjects } from "./oparl/note-objects.server";
import { personalData } from "./personal-data.server";
import { waiting } from "./queries/waiting.server";
import { decisionPart } from "./recommendations/manifest-part.server";
import { subjects } from "./subjects.server";
import { taskPart } from "./tasks/manifest-part.server";

/** Each part adds a line. */
const parts: Omit<Manifest, "domain">[] = [
	{ subjects, notices, waiting, personalData },
	{ notices: charterNotices, sweeps: { "groups.ends": tellOfEnds }, waiting: reviewsDue },
	{ notices: callNotices, sweeps: { "groups.seat-offers": endSeatOffers }, personalData: callPersonalData },
	joiningPart,
	{ personalData: guestPersonalData },
	{ subjects: { "group-file": groupFile }, sweeps: { "groups.files": removeOldFiles } },
	{ sweeps: { "groups.oparl": noteServedObjects } },
	meetingsManifest,
	decidingManifest,
	minutesPart,
	decisionPart,
	taskPart,
];

/** What the house needs to know of working groups. */
export const manifest: Manifest = {
	...joined("groups", parts),
	reindex: ({ subject }) => (parts.some((part) => Object.hasOwn(part.subjects ?? {}, subject.kind)) ? [subject] : []),
};
