import type { Manifest } from "~/platform/manifest.server";
import { notices } from "./notices.server";
import { personalData } from "./personal-data.server";
import { waiting } from "./queries/waiting.server";
import { textSubject, versionSubject } from "./subjects.server";

/** What the domain participation joins into its manifest. */
export const manifest: Manifest = {
	domain: "participation",
	subjects: { text: textSubject, "text-version": versionSubject },
	notices,
	reindex: ({ type, subject }) => (type === "participation.text.version-published" ? [subject] : []),
	personalData,
	waiting,
};
