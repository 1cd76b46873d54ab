import type { Prisma } from "~/platform/database/generated/client";
import { formatFor, type Locale, textFor } from "~/platform/i18n";
import type { Manifest, Notice, RecordedEvent } from "~/platform/manifest.server";
import { discussionLetterMessages } from "./discussion-letter-messages";
import { messages } from "./messages";
import { moderatorsOf, ruleOf } from "./notice-people.server";
import { authorOf, localeOf } from "./told-author.server";

type Db = Prisma.TransactionClient;
type Notices = NonNullable<Manifest["notices"]>;

/** How many earlier writers of a thread are told of a further comment. */
const toldMost = 50;

async function commentOf(db: Db, event: RecordedEvent) {
	return db.comment.findUnique({
		where: { id: event.subject.id },
		include: { contribution: { select: { code: true, title: true, authorId: true } } },
	});
}
type Told = NonNullable<Awaited<ReturnType<typeof commentOf>>>;

/** The page on which the author of a comment finds it. */
function ownPath(comment: Told): string {
	return `/k/${comment.code}`;
}

/** Collected for the moderators; one line, and only when the queue was empty before, so that nobody gets a mail per comment. */
async function toModerators(
	db: Db,
	event: RecordedEvent,
	words: (t: ReturnType<typeof textFor<typeof discussionLetterMessages>>) => { subject: string; text: string },
): Promise<Notice[]> {
	const [people, space] = await Promise.all([
		moderatorsOf(db, event.ownerId, event.at),
		db.space.findUnique({ where: { organisationId: event.ownerId }, select: { slug: true } }),
	]);
	return Promise.all(
		people
			.filter((personId) => personId !== event.actorPersonId)
			.map(async (personId) => {
				const t = textFor(await localeOf(db, personId), discussionLetterMessages);
				const { subject, text } = words(t);
				return {
					to: { personId },
					kind: "digest" as const,
					topic: "work" as const,
					subject,
					paragraphs: [text],
					action: { path: `/o/${space?.slug ?? ""}/verwaltung/moderation`, label: t("reports.button") },
					because: t("reports.because"),
				};
			}),
	);
}

/** The author of the contribution and those who wrote in the thread before: collected, never a mail per comment. */
async function toDiscussion(db: Db, event: RecordedEvent, comment: Told): Promise<Notice[]> {
	const { contribution } = comment;
	const writers = await db.comment.findMany({
		where: {
			contributionId: comment.contributionId,
			thread: comment.thread,
			publishedAt: { not: null },
			withdrawnAt: null,
			authorId: { not: null },
		},
		distinct: ["authorId"],
		select: { authorId: true },
		take: toldMost,
	});
	const people = new Set([contribution.authorId, ...writers.map(({ authorId }) => authorId)]);
	people.delete(comment.authorId);
	if (event.actorPersonId) people.delete(event.actorPersonId);
	return Promise.all(
		[...people]
			.filter((personId) => personId !== null)
			.map(async (personId) => {
				const t = textFor(await localeOf(db, personId), discussionLetterMessages);
				const isAuthor = personId === contribution.authorId;
				const name = comment.authorName ?? t("comment.nameless");
				const text = comment.text.length > 300 ? `${comment.text.slice(0, 299)}…` : comment.text;
				return {
					to: { personId },
					kind: "digest" as const,
					topic: "discussion" as const,
					quotes: { kind: "comment", id: comment.id },
					subject: t(isAuthor ? "comment.toAuthor" : "comment.toThread", { title: contribution.title }),
					paragraphs: [t("comment.text", { name, text })],
					action: { path: `/k/${comment.code}`, label: t("comment.button") },
					because: t(isAuthor ? "comment.becauseAuthor" : "comment.becauseThread"),
				};
			}),
	);
}

/** How many comments of the organisation wait to be read. */
function waitingComments(db: Db, organisationId: string): Promise<number> {
	return db.comment.count({
		where: { organisationId, submittedAt: { not: null }, publishedAt: null, hiddenAt: null, withdrawnAt: null },
	});
}

async function bannedPerson(db: Db, event: RecordedEvent) {
	const ban = await db.ban.findUnique({ where: { id: String(event.facts.ban) } });
	const space = await db.space.findUnique({
		where: { organisationId: event.ownerId },
		select: { name: true, slug: true, email: true, phone: true },
	});
	if (!ban || !space) return null;
	const text =
		ban.subjectKind === "comment"
			? await db.comment.findUnique({ where: { id: ban.subjectId } })
			: await db.contribution.findUnique({ where: { id: ban.subjectId } });
	const writer = text && (await authorOf(db, text));
	return writer ? { ban, space, writer } : null;
}

/** What people are told about comments, reports, bans, merging and splitting. */
export const discussionNotices: Notices = {
	"participation.comment.handed-in": async (db, event) => {
		if (event.facts.waits !== true || (await waitingComments(db, event.ownerId)) > 1) return [];
		return toModerators(db, event, (t) => ({ subject: t("reports.comments"), text: t("reports.commentsText") }));
	},

	"participation.comment.published": async (db, event) => {
		const comment = await commentOf(db, event);
		return comment?.publishedAt && !comment.hiddenAt && !comment.withdrawnAt ? toDiscussion(db, event, comment) : [];
	},

	"participation.comment.hidden": async (db, event) => {
		const comment = await commentOf(db, event);
		const author = comment && (await authorOf(db, comment));
		if (!author) return [];
		const moderation = await db.commentModeration.findUnique({ where: { id: String(event.facts.moderation) } });
		const t = textFor(author.locale, discussionLetterMessages);
		const rule = textFor(author.locale, messages)(`rules.${ruleOf(moderation?.rule)}`);
		return [
			{
				to: author.to,
				kind: "service",
				subject: t("hidden.subject", { title: comment.contribution.title }),
				paragraphs: [
					t("hidden.text", { rule }),
					...(moderation?.reason ? [t("hidden.reason", { reason: moderation.reason })] : []),
					t("hidden.ask"),
				],
				action: { path: ownPath(comment), label: t("hidden.button") },
				because: t("hidden.because"),
			},
		];
	},

	"participation.comment.review-asked": async (db, event) => {
		const comment = await commentOf(db, event);
		if (!comment) return [];
		const { title } = comment.contribution;
		return toModerators(db, event, (t) => ({ subject: t("reports.review", { title }), text: t("reports.reviewText") }));
	},

	"participation.comment.review-decided": async (db, event) => {
		const comment = await commentOf(db, event);
		const author = comment && (await authorOf(db, comment));
		if (!author) return [];
		const moderation = await db.commentModeration.findUnique({ where: { id: String(event.facts.moderation) } });
		const t = textFor(author.locale, discussionLetterMessages);
		return [
			{
				to: author.to,
				kind: "service",
				subject: t(event.facts.outcome === "reversed" ? "review.reversed" : "review.upheld", {
					title: comment.contribution.title,
				}),
				paragraphs: [
					t("review.text"),
					...(moderation?.reviewReason ? [t("review.reason", { reason: moderation.reviewReason })] : []),
				],
				action: { path: ownPath(comment), label: t("hidden.button") },
				because: t("hidden.because"),
			},
		];
	},

	"participation.report.made": async (db, event) => {
		const open = await db.report.count({ where: { organisationId: event.ownerId, settledAt: null } });
		if (open > 1) return [];
		return toModerators(db, event, (t) => ({ subject: t("reports.subject"), text: t("reports.text") }));
	},

	"participation.person.banned": async (db, event) => {
		const found = await bannedPerson(db, event);
		if (!found) return [];
		const { ban, space, writer } = found;
		const t = textFor(writer.locale, discussionLetterMessages);
		// what ends at midnight is named by the day before it
		const date = formatFor(writer.locale).dateLong(new Date(ban.until.getTime() - 1));
		const rule = textFor(writer.locale, messages)(`rules.${ruleOf(ban.rule)}`);
		const contact = [space.phone, space.email].filter(Boolean).join(", ") || space.name;
		return [
			{
				to: writer.to,
				kind: "service",
				subject: t("ban.subject", { date }),
				paragraphs: [
					t("ban.text", { date, place: space.name, rule }),
					t("ban.reason", { reason: ban.reason }),
					t("ban.object", { contact }),
				],
				action: null,
				because: t("ban.because"),
			},
		];
	},

	"participation.person.ban-lifted": async (db, event) => {
		const found = await bannedPerson(db, event);
		if (!found) return [];
		const t = textFor(found.writer.locale, discussionLetterMessages);
		return [
			{
				to: found.writer.to,
				kind: "service",
				subject: t("ban.lifted"),
				paragraphs: [t("ban.liftedText", { place: found.space.name })],
				action: { path: `/o/${found.space.slug}`, label: found.space.name },
				because: t("ban.because"),
			},
		];
	},

	"participation.contribution.merged": (db, event) =>
		toAuthor(db, event, async (t, { title }) => {
			const into = await db.contribution.findUnique({ where: { id: String(event.facts.into) } });
			const values = { number: String(into?.number ?? ""), other: into?.title ?? "" };
			return { subject: t("merged.subject", { title }), text: t("merged.text", values) };
		}),

	"participation.contribution.unmerged": (db, event) =>
		toAuthor(db, event, async (t, { title }) => ({
			subject: t("merged.undone", { title }),
			text: t("merged.undoneText"),
		})),

	"participation.contribution.split": (db, event) =>
		toAuthor(db, event, async (t, part) => {
			const original = await db.contribution.findUnique({ where: { id: String(event.facts.from) } });
			const values = { number: String(part.number ?? ""), part: part.title };
			return { subject: t("split.subject", { title: original?.title ?? "" }), text: t("split.text", values) };
		}),
};

async function toAuthor(
	db: Db,
	event: RecordedEvent,
	words: (
		t: ReturnType<typeof textFor<typeof discussionLetterMessages>>,
		contribution: { title: string; number: number | null },
	) => Promise<{ subject: string; text: string }>,
): Promise<Notice[]> {
	const contribution = await db.contribution.findUnique({ where: { id: event.subject.id } });
	const author = contribution && (await authorOf(db, contribution));
	if (!author) return [];
	const t: ReturnType<typeof textFor<typeof discussionLetterMessages>> = textFor(
		author.locale as Locale,
		discussionLetterMessages,
	);
	const { subject, text } = await words(t, contribution);
	return [
		{
			to: author.to,
			kind: "service",
			subject,
			paragraphs: [text],
			action: { path: `/b/${contribution.code}`, label: t("merged.button") },
			because: t("merged.because"),
		},
	];
}
