import { inForce, today } from "~/platform/calendar.server";
import type { Prisma } from "~/platform/database/generated/client";
import { formatFor, type Locale, textFor } from "~/platform/i18n";
import type { Manifest, Notice, RecordedEvent } from "~/platform/manifest.server";
import { letterMessages } from "./letter-messages";
import { messages } from "./messages";
import { stages } from "./stage";

type Db = Prisma.TransactionClient;
type Letters = ReturnType<typeof textFor<typeof letterMessages>>;
type Holder = { personId: string; locale: Locale; post: string; isDeputy: boolean };

async function told(db: Db, event: RecordedEvent) {
	return db.measure.findUnique({
		where: { id: event.subject.id },
		select: {
			code: true,
			title: true,
			responsiblePostId: true,
			deputyPostId: true,
			organisation: { select: { space: { select: { slug: true } } } },
		},
	});
}
type Told = NonNullable<Awaited<ReturnType<typeof told>>>;

/** Who holds the responsible post and the deputy's on the day of the event, without the one who acted. */
async function holders(db: Db, event: RecordedEvent, measure: Told): Promise<Holder[]> {
	const postIds = [measure.responsiblePostId, measure.deputyPostId].filter((id) => id !== null);
	const holdings = await db.postHolding.findMany({
		where: { postId: { in: postIds }, ...inForce(today(event.at)), person: { erasedAt: null } },
		select: {
			personId: true,
			postId: true,
			post: { select: { label: true } },
			person: { select: { account: { select: { locale: true } } } },
		},
		orderBy: [{ postId: "asc" }, { personId: "asc" }],
	});
	const people = new Map<string, Holder>();
	for (const { personId, postId, post, person } of holdings) {
		const isDeputy = postId !== measure.responsiblePostId;
		if (personId === event.actorPersonId || (people.has(personId) && isDeputy)) continue;
		people.set(personId, {
			personId,
			post: post.label,
			isDeputy,
			locale: person.account?.locale === "en" ? "en" : "de",
		});
	}
	return [...people.values()];
}

async function tellHolders(
	db: Db,
	event: RecordedEvent,
	write: (
		t: Letters,
		measure: Told,
		holder: Holder,
	) => Pick<Notice, "subject" | "paragraphs"> & { action?: Notice["action"] },
): Promise<Notice[]> {
	const measure = await told(db, event);
	if (!measure) return [];
	return (await holders(db, event, measure)).map((holder) => {
		const t = textFor(holder.locale, letterMessages);
		return {
			to: { personId: holder.personId },
			kind: "service",
			action: { path: `/massnahmen/${measure.code}`, label: t("open") },
			because: t("because"),
			...write(t, measure, holder),
		};
	});
}

/** The responsible post is told what it answers for, each step, and reports that are due. */
export const notices: NonNullable<Manifest["notices"]> = {
	"measures.measure.responsible-set": (db, event) =>
		tellHolders(db, event, (t, { title }, { post, isDeputy }) => ({
			subject: t("responsible.subject", { title }),
			paragraphs: [t(isDeputy ? "responsible.deputy" : "responsible.text", { post, title })],
		})),

	"measures.measure.moved": (db, event) =>
		tellHolders(db, event, (t, { title }, { locale }) => {
			const stage = stages.find((known) => known === event.facts.to) ?? "IDEA";
			return {
				subject: t("moved.subject", { title }),
				paragraphs: [t("moved.text", { title, stage: textFor(locale, messages)(`stages.${stage}`) })],
			};
		}),

	"measures.measure.report-due": (db, event) =>
		tellHolders(db, event, (t, { title, code, organisation }, { locale }) => ({
			subject: t("due.subject", { title }),
			paragraphs: [t("due.text", { title, date: formatFor(locale).dateLong(String(event.facts.due)) })],
			action: {
				path: `/o/${organisation.space?.slug ?? ""}/verwaltung/massnahmen/${code}/sachstand`,
				label: t("due.button"),
			},
		})),
};
