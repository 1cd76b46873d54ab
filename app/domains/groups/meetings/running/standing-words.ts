import { type Locale, textFor } from "~/platform/i18n";
import { messages } from "../../messages";
import type { Standing } from "../standing";

export type Called = { position: number; title: string | null } | null;

/** The live numbers of a meeting in whole sentences, for the page, its script and reading aloud. */
export function standingWords(locale: Locale, standing: Standing, called: Called): string[] {
	const t = textFor(locale, messages);
	const { seats, present, electorate, entitledPresent, quorum, benches } = standing;
	const figures = { seats: String(seats), present: String(present) };
	return [
		...(called
			? [
					called.title
						? t("standing.item", { position: String(called.position), title: called.title })
						: t("standing.itemClosed", { position: String(called.position) }),
				]
			: []),
		t("standing.present", figures),
		// only where somebody is biased do the two differ
		...(electorate < seats
			? [t("standing.entitled", { electorate: String(electorate), present: String(entitledPresent) })]
			: []),
		!quorum
			? t("standing.quorumNone")
			: quorum.byVotes
				? t("standing.quorumByVotes", { needed: String(quorum.needed) })
				: t(quorum.met ? "standing.quorumMet" : "standing.quorumUnmet", { needed: String(quorum.needed) }),
		...benches.map(({ bench, needed, reached, met, byVotes }) =>
			t(byVotes ? "standing.benchByVotes" : met ? "standing.benchMet" : "standing.benchUnmet", {
				bench: t(`benches.${bench}`),
				needed: String(needed),
				reached: String(reached),
			}),
		),
	];
}
