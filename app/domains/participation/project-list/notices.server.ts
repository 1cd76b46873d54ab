import { inForce, today } from "~/platform/calendar.server";
import type { Prisma } from "~/platform/database/generated/client";
import { formatFor, type Locale, textFor } from "~/platform/i18n";
import type { Manifest, Notice, RecordedEvent } from "~/platform/manifest.server";
import { letterMessages } from "./letter-messages";

type Db = Prisma.TransactionClient;

const projectTold = {
	code: true,
	title: true,
	responsiblePostId: true,
	reachedWith: true,
	requestAnswer: true,
	requestReason: true,
	organisation: { select: { space: { select: { slug: true } } } },
} as const;

/** Who holds the post, and who is deputy for it, on the day of the event. */
async function holdersOf(
	db: Db,
	event: RecordedEvent,
	postId: string,
): Promise<{ personId: string; locale: Locale }[]> {
	const day = today(event.at);
	const post = await db.post.findUnique({
		where: { id: postId },
		select: { deputies: { where: { acceptedAt: { lte: event.at }, ...inForce(day) }, select: { deputyPostId: true } } },
	});
	const postIds = [postId, ...(post?.deputies.map(({ deputyPostId }) => deputyPostId) ?? [])];
	const holdings = await db.postHolding.findMany({
		where: { postId: { in: postIds }, ...inForce(day), person: { erasedAt: null } },
		select: { personId: true, person: { select: { account: { select: { locale: true } } } } },
		orderBy: [{ postId: "asc" }, { personId: "asc" }],
	});
	const people = new Map(
		holdings.map(({ personId, person }) => [
			personId,
			person.account?.locale === "en" ? ("en" as const) : ("de" as const),
		]),
	);
	return [...people].map(([personId, locale]) => ({ personId, locale }));
}

/** The responsible post hears that it owes an answer, and twice a year that its entries want a look; who asked hears the answer. */
export const notices: NonNullable<Manifest["notices"]> = {
	async "participation.project.request-reached"(db, event) {
		const project = await db.listedProject.findUnique({ where: { id: event.subject.id }, select: projectTold });
		if (!project?.responsiblePostId) return [];
		const slug = project.organisation.space?.slug ?? "";
		return (await holdersOf(db, event, project.responsiblePostId)).map(({ personId, locale }): Notice => {
			const t = textFor(locale, letterMessages);
			const named = { title: project.title, count: Number(event.facts.wishes) };
			return {
				to: { personId },
				kind: "service",
				subject: t("reached.subject", named),
				paragraphs: [t("reached.text", named), t("reached.owed")],
				action: { path: `/o/${slug}/verwaltung/vorhaben/${project.code}/antwort`, label: t("reached.button") },
				because: t("because.post"),
			};
		});
	},

	async "participation.project.request-answered"(db, event) {
		const project = await db.listedProject.findUnique({ where: { id: event.subject.id }, select: projectTold });
		if (!project?.requestReason) return [];
		const { title, code, requestReason } = project;
		const wishes = await db.participationWish.findMany({
			where: { projectId: event.subject.id },
			orderBy: [{ at: "asc" }, { personId: "asc" }],
			select: { personId: true },
		});
		const accounts = await db.account.findMany({
			where: { personId: { in: wishes.map(({ personId }) => personId) } },
			select: { personId: true, locale: true },
		});
		return accounts.map(({ personId, locale }): Notice => {
			const t = textFor(locale === "en" ? "en" : "de", letterMessages);
			return {
				to: { personId },
				kind: "service",
				subject: t("answered.subject", { title }),
				paragraphs: [
					t(event.facts.answer === "yes" ? "answered.yes" : "answered.no", { title }),
					...requestReason.split(/\n{2,}/),
				],
				action: { path: `/vorhaben/${code}`, label: t("answered.button") },
				because: t("because.asked"),
			};
		});
	},

	async "participation.project-list.review-due"(db, event) {
		const projects = await db.listedProject.findMany({
			where: {
				organisationId: event.ownerId,
				responsiblePostId: event.subject.id,
				reviewDueOn: { lte: today(event.at) },
			},
			orderBy: [{ reviewDueOn: "asc" }, { id: "asc" }],
			take: 100,
			select: { title: true, confirmedAt: true, organisation: projectTold.organisation },
		});
		const slug = projects[0]?.organisation.space?.slug;
		if (!slug) return [];
		return (await holdersOf(db, event, event.subject.id)).map(({ personId, locale }): Notice => {
			const t = textFor(locale, letterMessages);
			const { dateLong } = formatFor(locale);
			return {
				to: { personId },
				kind: "service",
				subject: t("review.subject", { count: projects.length }),
				paragraphs: [
					t("review.text", { count: projects.length }),
					...projects.map(({ title, confirmedAt }) => t("review.entry", { title, date: dateLong(confirmedAt) })),
					t("review.how"),
				],
				action: { path: `/o/${slug}/verwaltung/vorhaben?faellig=1`, label: t("review.button") },
				because: t("because.post"),
			};
		});
	},
};
