import type { Manifest } from "~/platform/manifest.server";
import { forgetDue, informDue } from "./people/rights.server";
import { personalData } from "./personal-data.server";
import { waiting } from "./queries/waiting.server";
import { networkParty } from "./subject.server";

/** What the house needs to know of the network. Nobody gets messages about it but the people in it, once, by mail. */
export const manifest: Manifest = {
	domain: "network",
	subjects: { "network-party": networkParty },
	reindex: ({ subject, facts }) =>
		subject.kind === "network-party"
			? [subject, ...(typeof facts.merged === "string" ? [{ kind: "network-party", id: facts.merged }] : [])]
			: [],
	sweeps: { "network.inform-due": informDue, "network.forget-due": forgetDue },
	waiting,
	personalData,
};
