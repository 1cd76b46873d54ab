import { inForce, today } from "~/platform/calendar.server";
import type { Prisma } from "~/platform/database/generated/client";
import { type Locale, textFor } from "~/platform/i18n";
import type { Manifest, Notice } from "~/platform/manifest.server";
import { resultOf } from "./deciding/recommendation";
import { draftingNotices } from "./drafting/notices.server";
import { letterMessages } from "./letter-messages";
import { messages } from "./messages";

type Db = Prisma.TransactionClient;

/** Everybody who sits in a group or stands in on a day, with the language to write in; without who were erased. */
export async function membersOn(db: Db, groupId: string, day: Date): Promise<{ personId: string; locale: Locale }[]> {
	const rows = await db.groupMembership.findMany({
		where: { groupId, ...inForce(day), person: { erasedAt: null } },
		select: { personId: true, person: { select: { account: { select: { locale: true } } } } },
		orderBy: { personId: "asc" },
		take: 1000,
	});
	return rows.map(({ personId, person }) => ({ personId, locale: person.account?.locale === "en" ? "en" : "de" }));
}

export const groupSelection = {
	select: {
		id: true,
		name: true,
		slug: true,
		organisation: { select: { space: { select: { slug: true } } } },
	},
} as const;

/** Whom groups tell what. Authors of contributions that were taken up are told by participation, which knows them. */
export const notices: NonNullable<Manifest["notices"]> = {
	...draftingNotices,
	"groups.recommendation.published": async (db, event) => {
		const recommendation = await db.recommendation.findUnique({
			where: { id: event.subject.id },
			select: { code: true, title: true, result: true, group: groupSelection },
		});
		if (!recommendation) return [];
		const { code, title, group } = recommendation;
		const members = await membersOn(db, group.id, today(event.at));
		return members
			.filter(({ personId }) => personId !== event.actorPersonId)
			.map(({ personId, locale }): Notice => {
				const t = textFor(locale, letterMessages);
				const result = textFor(locale, messages)(`results.${resultOf(recommendation.result)}`);
				return {
					to: { personId },
					kind: "digest",
					subject: t("published.subject", { title }),
					paragraphs: [t("published.text", { group: group.name, title, result })],
					action: { path: `/empfehlung/${code}`, label: t("published.button") },
					because: t("published.because"),
				};
			});
	},
};
