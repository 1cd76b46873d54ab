import type { Manifest } from "~/platform/manifest.server";
import { contributionsImported } from "./events";
import { personalData } from "./personal-data.server";

/** What the domain participation joins into its manifest. */
export const manifest: Manifest = {
	domain: "participation",
	reindex: ({ type, facts }) =>
		type === contributionsImported && Array.isArray(facts.contributions)
			? facts.contributions.map((id) => ({ kind: "contribution", id }))
			: [],
	personalData,
};
