import type { PlacePart, TermUse } from "~/domains/organisations/index.server";
import { textFor } from "~/platform/i18n";
import { mayReadNetwork } from "./policy.server";
import { personalNotes } from "./queries/personal-notes.server";
import { staffMessages } from "./staff-messages";

/** What the network adds to a place: the way to the work on it, and which areas and topics it uses. */
export const networkAtPlace: PlacePart = {
	keptPrivate: personalNotes,
	async work(view, { slug, organisationId }) {
		if (!mayReadNetwork(view.actor, { ownerId: organisationId })) return [];
		const t = textFor(view.locale, staffMessages);
		return [{ href: `/o/${slug}/verwaltung/netzwerk`, label: t("work.label"), text: t("work.text") }];
	},
	async termUses({ db, locale }, { slug, organisationId: ownerId }) {
		const party = { ownerId, mergedIntoId: null };
		const [topics, areas] = await Promise.all([
			db.networkPartyTopic.groupBy({ by: ["topicId"], where: { party } }),
			db.networkPartyArea.groupBy({ by: ["areaId"], where: { party } }),
		]);
		const label = textFor(locale, staffMessages)("list.title");
		const use = (termId: string, filter: string): TermUse => ({
			...{ termId, label, href: `/o/${slug}/verwaltung/netzwerk?${filter}=${termId}` },
		});
		return [...topics.map(({ topicId }) => use(topicId, "thema")), ...areas.map(({ areaId }) => use(areaId, "gebiet"))];
	},
};
