import { inForce, today } from "~/platform/calendar.server";
import { formatFor, textFor } from "~/platform/i18n";
import type { Notice, RecordedEvent } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
import { dayText } from "../days.server";
import { tellAsked, tellOfOverdue } from "./exchange-notices.server";
import { letterMessages } from "./letter-messages";

type Teller = (db: View["db"], event: RecordedEvent) => Promise<Notice[]>;

/** Those who hold the post that answers for it today; never the text of the concern, for mail is an open postcard. */
function tellHolders(what: "captured" | "objected" | "replied" | "returned" | "result"): Teller {
	return async (db, { subject, at, actorPersonId }) => {
		const concern = await db.concern.findUnique({
			where: { id: subject.id },
			select: {
				code: true,
				nextOn: true,
				owner: { select: { space: { select: { slug: true } } } },
				assignments: {
					where: { untilAt: null },
					take: 1,
					select: {
						post: {
							select: {
								holdings: {
									where: inForce(today(at)),
									select: { personId: true, person: { select: { account: { select: { locale: true } } } } },
									orderBy: { id: "asc" },
									take: 20,
								},
							},
						},
					},
				},
			},
		});
		const slug = concern?.owner.space?.slug;
		if (!concern || !slug) return [];
		const { code } = concern;
		const holdings = concern.assignments.flatMap(({ post }) => post.holdings);
		return holdings
			.filter(({ personId }) => personId !== actorPersonId)
			.map(({ personId, person: { account } }) => {
				const locale = account?.locale === "en" ? "en" : "de";
				const t = textFor(locale, letterMessages);
				const date = formatFor(locale).dateLong(dayText(concern.nextOn ?? today(at)));
				const answer = what === "result" ? "/antwort" : "";
				return {
					to: { personId },
					kind: what === "objected" ? "service" : "digest",
					topic: "work",
					subject: t(`${what}.subject`, { code }),
					paragraphs: [what === "objected" ? t("objected.text", { code }) : t(`${what}.text`, { date })],
					action: { path: `/o/${slug}/verwaltung/anliegen/${code}${answer}`, label: t(`${what}.button`) },
					because: t("staffBecause"),
				};
			});
	};
}

export const notices: Record<string, Teller> = {
	"guides.concern.captured": tellHolders("captured"),
	"guides.concern.objected": tellHolders("objected"),
	"guides.concern.forwarding-answered": tellHolders("replied"),
	"guides.concern.forwarding-returned": tellHolders("returned"),
	"guides.concern.result-arrived": tellHolders("result"),
	"guides.concern.forwarded": tellAsked,
	"guides.concerns.overdue": tellOfOverdue,
};
