import { inForce, today } from "~/platform/calendar.server";
import { textFor } from "~/platform/i18n";
import type { Manifest, Notice, RecordedEvent } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
import { messages as absence } from "./absence/messages";
import { countUncovered } from "./absence/queries/absence-pages.server";
import { lookAfterDepartures } from "./hand-over/commands/departures.server";
import { messages as handOver } from "./hand-over/messages";
import { handOverNotices } from "./hand-over/notices.server";
import { waitingHandOvers } from "./hand-over/queries/hand-overs.server";
import { personalData } from "./personal-data.server";
import { messages } from "./post-messages";
import { countDeputyOffers } from "./queries/deputy-offers.server";
import { organisation, person, post } from "./subjects.server";

/** Asks the holders of the deputy's post whether they accept. */
async function askDeputies(db: View["db"], event: RecordedEvent): Promise<Notice[]> {
	const arrangement = await db.deputyArrangement.findFirst({
		where: { id: String(event.facts.arrangement), acceptedAt: null },
		select: {
			post: { select: { label: true, organisation: { select: { shortName: true } } } },
			deputyPost: {
				select: {
					holdings: { where: inForce(today(event.at)), select: { personId: true }, take: 20, orderBy: { id: "asc" } },
				},
			},
		},
	});
	if (!arrangement) return [];
	const { label, organisation: owner } = arrangement.post;
	// The recipient's language is known to the house only where the message is read; German is its default.
	const t = textFor("de", messages);
	return arrangement.deputyPost.holdings.map(({ personId }) => ({
		to: { personId },
		kind: "service",
		subject: t("notice.subject", { post: label }),
		paragraphs: [t("notice.text", { post: label, organisation: owner.shortName })],
		action: { path: "/vertretungen", label: t("notice.open") },
		because: t("notice.because"),
	}));
}

export const manifest: Manifest = {
	domain: "organisations",
	subjects: { organisation, post, person },
	notices: { "organisations.deputy.appointed": askDeputies, ...handOverNotices },
	reindex(event) {
		const { kind } = event.subject;
		return kind === "organisation" || kind === "post" ? [event.subject] : [];
	},
	sweeps: { "organisations.departures": lookAfterDepartures },
	async waiting(view) {
		const count = await countDeputyOffers(view);
		const label = textFor(view.locale, messages)("waiting.deputies");
		const a = textFor(view.locale, absence);
		const h = textFor(view.locale, handOver);
		const [uncovered, handOvers] = await Promise.all([countUncovered(view), waitingHandOvers(view)]);
		return [
			{ label, count, href: "/vertretungen", urgent: false },
			...uncovered.map((one) => ({
				label: a("waiting.uncovered"),
				count: one.count,
				href: `/o/${one.slug}/verwaltung/abwesenheiten`,
				urgent: true,
			})),
			...handOvers.map(({ what, slug, id, count: left }) => ({
				label: h(`waiting.${what}`),
				count: left,
				href: `/o/${slug}/verwaltung/uebergaben/${id}`,
				urgent: what === "vacant",
			})),
		];
	},
	personalData,
};
