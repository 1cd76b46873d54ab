import { joined, type Manifest } from "~/platform/manifest.server";
import { meetingsManifest } from "./meetings/manifest.server";
import { notices } from "./notices.server";
import { personalData } from "./personal-data.server";
import { waiting } from "./queries/waiting.server";
import { subjects } from "./subjects.server";

const itself: Omit<Manifest, "domain"> = {
	subjects,
	notices,
	reindex: ({ subject }) => (Object.hasOwn(subjects, subject.kind) ? [subject] : []),
	waiting,
	personalData,
};

/** What the house needs to know of working groups. */
export const manifest: Manifest = joined("groups", [itself, meetingsManifest]);
