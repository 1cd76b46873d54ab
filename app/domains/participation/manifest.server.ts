import type { Manifest } from "~/platform/manifest.server";
import { answersManifest } from "./answers/manifest.server";
import { manifest as budgets } from "./budgets/manifest.server";
import { manifest as contributions } from "./contributions/manifest.server";
import { manifest as events } from "./events/manifest.server";
import { manifest as paper } from "./paper/manifest.server";
import { manifest as planning } from "./planning/manifest.server";
import { manifest as processes } from "./processes/manifest.server";
import { manifest as surveys } from "./surveys/manifest.server";
import { manifest as texts } from "./texts/manifest.server";

const parts: Manifest[] = [processes, contributions, texts, surveys, budgets, events, planning, answersManifest, paper];

/** What the house needs to know of participation: the parts of its sub-domains, joined. */
export const manifest: Manifest = {
	domain: "participation",
	subjects: Object.assign({}, ...parts.map((part) => part.subjects)),
	notices: Object.assign({}, ...parts.map((part) => part.notices)),
	reindex: (event) => parts.flatMap((part) => part.reindex?.(event) ?? []),
	jobs: Object.assign({}, ...parts.map((part) => part.jobs)),
	sweeps: Object.assign({}, ...parts.map((part) => part.sweeps)),
	async waiting(view) {
		return (await Promise.all(parts.map((part) => part.waiting?.(view) ?? []))).flat();
	},
	personalData: {
		async export(db, personId) {
			const exported = await Promise.all(parts.map((part) => part.personalData?.export(db, personId)));
			return Object.assign({}, ...exported);
		},
		async erase(view, personId) {
			for (const part of parts) await part.personalData?.erase(view, personId);
		},
		async retain(view) {
			let rows = 0;
			for (const part of parts) rows += (await part.personalData?.retain(view)) ?? 0;
			return rows;
		},
	},
};
