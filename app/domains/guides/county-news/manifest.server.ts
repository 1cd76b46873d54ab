import { formatFor, textFor } from "~/platform/i18n";
import type { Manifest } from "~/platform/manifest.server";
import { dayText } from "../days.server";
import { mailCountyNews } from "./commands/mail-news.server";
import { mailboxOf } from "./mailbox.server";
import { messages } from "./messages";
import { countyNews } from "./subject.server";

/** What county news join into the manifest of guides. */
export const countyNewsPart: Omit<Manifest, "domain"> = {
	subjects: { "county-news": countyNews },
	reindex: ({ subject }) => (subject.kind === "county-news" ? [subject] : []),
	sweeps: { "guides.county-news": mailCountyNews },
	notices: {
		async "guides.county-news.mailed"(db, { subject, facts, at }) {
			const ids = Array.isArray(facts.news) ? facts.news.map(String) : [];
			const [mailbox, space, news] = await Promise.all([
				mailboxOf(db, subject.id, at),
				db.space.findUnique({ where: { organisationId: subject.id }, select: { slug: true } }),
				db.countyNews.findMany({
					where: { id: { in: ids }, withdrawnAt: null },
					include: { owner: { select: { shortName: true } }, topic: { select: { name: true } } },
					// what belongs together stands together; what has no topic comes last
					orderBy: [{ topic: { name: "asc" } }, { publishedAt: "asc" }, { id: "asc" }],
				}),
			]);
			const [first] = news;
			if (!mailbox || !first) return [];
			// A mailbox of an office has no language of its own.
			const t = textFor("de", messages);
			const { dateLong } = formatFor("de");
			return [
				{
					to: { email: mailbox, locale: "de" },
					kind: "service",
					subject: t("mail.subject", { count: news.length, county: first.owner.shortName }),
					paragraphs: news.flatMap(({ title, text, validUntil, topic }) => {
						const named = { title, date: dateLong(dayText(validUntil)) };
						return [topic ? t("mail.entryOn", { ...named, topic: topic.name }) : t("mail.entry", named), text];
					}),
					action: space
						? { path: `/o/${space.slug}/verwaltung/kreis`, label: t("mail.button") }
						: first.isPublic
							? { path: `/lotsen/neues/${first.code}`, label: t("mail.button") }
							: null,
					because: t("mail.because", { county: first.owner.shortName }),
				},
			];
		},
	},
	personalData: {
		async export(db, personId) {
			const select = { code: true, title: true, publishedAt: true } as const;
			const [countyNewsWritten, countyNewsConfirmed] = await Promise.all([
				db.countyNews.findMany({ where: { writtenById: personId }, select, orderBy: { publishedAt: "asc" } }),
				db.countyNewsDelivery.findMany({
					where: { confirmedById: personId },
					select: { confirmedAt: true, news: { select } },
					orderBy: { confirmedAt: "asc" },
				}),
			]);
			return { countyNewsWritten, countyNewsConfirmed };
		},
		async erase({ db }, personId) {
			await db.countyNews.updateMany({ where: { writtenById: personId }, data: { writtenById: null } });
			await db.countyNewsDelivery.updateMany({ where: { confirmedById: personId }, data: { confirmedById: null } });
			await db.countyNewsDelivery.updateMany({ where: { raisedById: personId }, data: { raisedById: null } });
		},
		async retain() {
			return 0;
		},
	},
};
