import type { Manifest } from "~/platform/manifest.server";
import { remindDepartments } from "./commands/remind-departments.server";
import { remindAnswerers } from "./commands/remind-of-answers.server";
import { notices } from "./notices.server";
import { answersPersonalData } from "./personal-data.server";
import { waiting } from "./queries/waiting.server";
import { answerSubject } from "./subject.server";

/** What the domain participation joins into its manifest. */
export const answersManifest: Manifest = {
	domain: "participation",
	subjects: { answer: answerSubject },
	notices,
	reindex: ({ type, subject }) =>
		type === "participation.answer.released" || type === "participation.answer.corrected" ? [subject] : [],
	sweeps: {
		"participation.remind-departments": remindDepartments,
		"participation.remind-of-answers": remindAnswerers,
	},
	waiting,
	personalData: answersPersonalData,
};
