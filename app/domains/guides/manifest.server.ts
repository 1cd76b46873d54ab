import type { Manifest } from "~/platform/manifest.server";
import { closeAnswered, forgetAskers } from "./commands/close-concern.server";
import { notices } from "./notices.server";
import { personalData } from "./personal-data.server";
import { waiting } from "./queries/waiting.server";
import { concern } from "./subject.server";

export const manifest: Manifest = {
	domain: "guides",
	subjects: { concern },
	notices,
	reindex: (event) => (event.subject.kind === "concern" ? [event.subject] : []),
	sweeps: { "guides.close-answered": closeAnswered, "guides.forget-askers": forgetAskers },
	waiting,
	personalData,
};
