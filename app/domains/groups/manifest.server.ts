import type { Manifest } from "~/platform/manifest.server";
import { notices } from "./notices.server";
import { noteServedObjects } from "./oparl/note-objects.server";
import { personalData } from "./personal-data.server";
import { waiting } from "./queries/waiting.server";
import { subjects } from "./subjects.server";

/** What the house needs to know of working groups. */
export const manifest: Manifest = {
	domain: "groups",
	subjects,
	notices,
	reindex: ({ subject }) => (Object.hasOwn(subjects, subject.kind) ? [subject] : []),
	sweeps: { "groups.oparl": noteServedObjects },
	waiting,
	personalData,
};
