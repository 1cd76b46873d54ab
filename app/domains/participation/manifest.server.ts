import { joined, type Manifest } from "~/platform/manifest.server";
import { answersManifest } from "./answers/manifest.server";
import { manifest as ballots } from "./ballots/manifest.server";
import { manifest as budgets } from "./budgets/manifest.server";
import { manifest as codeLetters } from "./code-letters/manifest.server";
import { manifest as consulImport } from "./consul-import/manifest.server";
import { manifest as contributions } from "./contributions/manifest.server";
import { manifest as evaluation } from "./evaluation/manifest.server";
import { manifest as events } from "./events/manifest.server";
import { manifest as handOver } from "./hand-over/manifest.server";
import { manifest as paper } from "./paper/manifest.server";
import { manifest as planning } from "./planning/manifest.server";
import { manifest as processes } from "./processes/manifest.server";
import { manifest as projectList } from "./project-list/manifest.server";
import { manifest as surveys } from "./surveys/manifest.server";
import { manifest as texts } from "./texts/manifest.server";
import { manifest as votes } from "./votes/manifest.server";

const parts: Manifest[] = [
	processes,
	contributions,
	texts,
	surveys,
	ballots,
	budgets,
	votes,
	events,
	planning,
	answersManifest,
	paper,
	codeLetters,
	projectList,
	handOver,
	evaluation,
	consulImport,
];

/** What the house needs to know of participation. */
export const manifest = joined("participation", parts);
