import { textFor } from "~/platform/i18n";
import type { Manifest } from "~/platform/manifest.server";
import { mayModerate } from "../contributions/policy.server";
import { lettersPath } from "./addresses";
import { forgetPaperAddresses } from "./commands/forget-addresses.server";
import { takeUpImports, writeImportJob } from "./commands/write-import.server";
import { personalData } from "./personal-data.server";
import { waitingLetters } from "./queries/letters.server";
import { staffMessages } from "./staff-messages";

/** What the domain participation joins into its manifest. */
export const manifest: Manifest = {
	domain: "participation",
	jobs: { "participation.write-import": writeImportJob },
	sweeps: {
		"participation.paper-addresses": forgetPaperAddresses,
		"participation.paper-imports": takeUpImports,
	},
	async waiting(view) {
		const { actor } = view;
		if (actor.kind !== "person") return [];
		const organisations = actor.grants
			.flatMap(({ scope }) => (scope.kind === "organisation" ? [scope.id] : []))
			.filter((organisationId) => mayModerate(actor, { organisationId }));
		if (organisations.length === 0) return [];
		const t = textFor(view.locale, staffMessages);
		return (await waitingLetters(view, [...new Set(organisations)])).flatMap(
			({ title, at, letters, unsent, calls }) => {
				const href = lettersPath(at);
				return [
					{ label: t("waiting.letters"), about: title, count: letters, href, urgent: false },
					{ label: t("waiting.unsent"), about: title, count: unsent, href: `${href}#stapel`, urgent: false },
					{ label: t("waiting.calls"), about: title, count: calls, href: `${href}#anrufe`, urgent: false },
				].filter(({ count }) => count > 0);
			},
		);
	},
	personalData,
};
