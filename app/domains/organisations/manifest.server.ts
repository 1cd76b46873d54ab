import { inForce, today } from "~/platform/calendar.server";
import { textFor } from "~/platform/i18n";
import type { Manifest, Notice, RecordedEvent } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
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
	notices: { "organisations.deputy.appointed": askDeputies },
	reindex(event) {
		const { kind } = event.subject;
		return kind === "organisation" || kind === "post" ? [event.subject] : [];
	},
	async waiting(view) {
		const count = await countDeputyOffers(view);
		const label = textFor(view.locale, messages)("waiting.deputies");
		return [{ label, count, href: "/vertretungen", urgent: false }];
	},
	personalData,
};
