import { joined, type Manifest } from "~/platform/manifest.server";
import { endSeatOffers } from "./calls/commands/offers.server";
import { callNotices } from "./calls/notices.server";
import { callPersonalData } from "./calls/personal-data.server";
import { tellOfEnds } from "./charter/commands/lifecycle.server";
import { charterNotices } from "./charter/notices.server";
import { reviewsDue } from "./charter/queries/reviews-due.server";
import { removeOldFiles } from "./documents/commands/group-files.server";
import { groupFile } from "./documents/queries/group-files.server";
import { guestPersonalData } from "./guests/personal-data.server";
import { notices } from "./notices.server";
import { personalData } from "./personal-data.server";
import { waiting } from "./queries/waiting.server";
import { subjects } from "./subjects.server";

/** What the house needs to know of working groups; each part adds a line. */
export const manifest: Manifest = joined("groups", [
	{
		subjects,
		notices,
		reindex: ({ subject }) => (Object.hasOwn(subjects, subject.kind) ? [subject] : []),
		waiting,
		personalData,
	},
	{ notices: charterNotices, sweeps: { "groups.ends": tellOfEnds }, waiting: reviewsDue },
	{ notices: callNotices, sweeps: { "groups.seat-offers": endSeatOffers }, personalData: callPersonalData },
	{ personalData: guestPersonalData },
	{
		subjects: { "group-file": groupFile },
		reindex: ({ subject }) => (subject.kind === "group-file" ? [subject] : []),
		sweeps: { "groups.files": removeOldFiles },
	},
]);
