import type { Manifest } from "~/platform/manifest.server";
import { beginDueCounts } from "./commands/count-ballots.server";
import { notices } from "./notices.server";
import { personalData } from "./personal-data.server";
import { waiting } from "./queries/waiting.server";

export const manifest: Manifest = {
	domain: "participation",
	notices,
	sweeps: { "participation.ballot-counts": beginDueCounts },
	waiting,
	personalData,
};
