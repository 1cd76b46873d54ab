import { joined, type Manifest } from "~/platform/manifest.server";
import { minutesPart } from "./minutes/manifest-part.server";
import { notices } from "./notices.server";
import { noteServedObjects } from "./oparl/note-objects.server";
import { personalData } from "./personal-data.server";
import { waiting } from "./queries/waiting.server";
import { decisionPart } from "./recommendations/manifest-part.server";
import { subjects } from "./subjects.server";
import { taskPart } from "./tasks/manifest-part.server";

const own = { subjects, notices, sweeps: { "groups.oparl": noteServedObjects }, waiting, personalData };
const parts = [own, minutesPart, decisionPart, taskPart];

/** What the house needs to know of working groups. */
export const manifest: Manifest = {
	...joined("groups", parts),
	reindex: ({ subject }) => (parts.some((part) => Object.hasOwn(part.subjects ?? {}, subject.kind)) ? [subject] : []),
};
