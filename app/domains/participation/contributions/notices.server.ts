import type { Prisma } from "~/platform/database/generated/client";
import { formatFor, type Locale, textFor } from "~/platform/i18n";
import type { Manifest, Notice, RecordedEvent } from "~/platform/manifest.server";
import { letterMessages } from "./letter-messages";
import { messages } from "./messages";
import { moderatorsOf, ruleOf } from "./notice-people.server";
import { noticesFromGroups } from "./notices-from-groups.server";
import { authorOf, localeOf, type Told, toldContribution } from "./told-author.server";

type Db = Prisma.TransactionClient;
type Notices = NonNullable<Manifest["notices"]>;

function answerDay(contribution: Told, locale: Locale): string | null {
	const day = contribution.process.answeredUntil?.toISOString().slice(0, 10);
	return day ? formatFor(locale).dateLong(day) : null;
}

async function toModerators(
	db: Db,
	event: RecordedEvent,
	contribution: Told,
	words: (t: ReturnType<typeof textFor<typeof letterMessages>>) => { subject: string; text: string },
): Promise<Notice[]> {
	const people = await moderatorsOf(db, contribution.organisationId, event.at);
	return Promise.all(
		people
			.filter((personId) => personId !== event.actorPersonId)
			.map(async (personId) => {
				const t = textFor(await localeOf(db, personId), letterMessages);
				const { subject, text } = words(t);
				return {
					to: { personId },
					kind: "digest" as const,
					topic: "work" as const,
					subject,
					paragraphs: [text],
					action: {
						path: `/o/${contribution.process.organisation.space?.slug ?? ""}/verwaltung/moderation`,
						label: t("moderators.button"),
					},
					because: t("moderators.because"),
				};
			}),
	);
}

/** What people are told about contributions. Guests get their receipt by the act itself, because it carries a secret. */
export const notices: Notices = {
	...noticesFromGroups,

	"participation.contribution.handed-in": async (db, event) => {
		const contribution = await toldContribution(db, event.subject.id);
		if (!contribution) return [];
		const { code, title, number, process } = contribution;
		const collected = contribution.publishedAt
			? []
			: await toModerators(db, event, contribution, (t) => ({
					subject: t("moderators.subject", { process: process.title }),
					text: t("moderators.text", { title }),
				}));
		if (!contribution.authorId) return collected;
		const locale = await localeOf(db, contribution.authorId);
		const t = textFor(locale, letterMessages);
		const date = answerDay(contribution, locale);
		const receipt: Notice = {
			to: { personId: contribution.authorId },
			kind: "service",
			subject: t("receipt.subject", { title, code }),
			paragraphs: [
				t("receipt.textPlain", { process: process.title, number: String(number ?? ""), code }),
				t(event.facts.waits === true ? "receipt.moderation" : "receipt.published"),
				...(date ? [t("receipt.answer", { date })] : []),
			],
			action: { path: `/konto/beitraege/${code}`, label: t("receipt.button") },
			because: t("receipt.because"),
		};
		return [receipt, ...collected];
	},

	"participation.contribution.published": async (db, event) => {
		// what appeared at once was said in the receipt, what a review reversed is said by the review
		if (event.facts.by !== "moderator") return [];
		const contribution = await toldContribution(db, event.subject.id);
		const author = contribution && (await authorOf(db, contribution));
		if (!author) return [];
		const t = textFor(author.locale, letterMessages);
		const date = answerDay(contribution, author.locale);
		return [
			{
				to: author.to,
				kind: "service",
				subject: t("published.subject", { title: contribution.title }),
				paragraphs: [
					t("published.text", { process: contribution.process.title }),
					...(date ? [t("published.answer", { date })] : []),
				],
				action: { path: `/b/${contribution.code}`, label: t("published.button") },
				because: t("receipt.because"),
			},
		];
	},

	"participation.contribution.hidden": async (db, event) => {
		const contribution = await toldContribution(db, event.subject.id);
		const author = contribution && (await authorOf(db, contribution));
		if (!author) return [];
		const moderation = await db.moderation.findUnique({ where: { id: String(event.facts.moderation) } });
		const t = textFor(author.locale, letterMessages);
		const rule = textFor(author.locale, messages)(`rules.${ruleOf(moderation?.rule)}`);
		const hasAccount = contribution.authorId !== null;
		return [
			{
				to: author.to,
				kind: "service",
				subject: t("hidden.subject", { title: contribution.title }),
				paragraphs: [
					t("hidden.text", { process: contribution.process.title, rule }),
					...(moderation?.reason ? [t("hidden.reason", { reason: moderation.reason })] : []),
					t(hasAccount ? "hidden.ask" : "hidden.askGuest"),
				],
				action: {
					path: hasAccount ? `/konto/beitraege/${contribution.code}` : `/b/${contribution.code}`,
					label: t("hidden.button"),
				},
				because: t("receipt.because"),
			},
		];
	},

	"participation.contribution.review-asked": async (db, event) => {
		const contribution = await toldContribution(db, event.subject.id);
		if (!contribution) return [];
		const values = { process: contribution.process.title, number: String(contribution.number ?? "") };
		return toModerators(db, event, contribution, (t) => ({
			subject: t("moderators.reviewSubject", values),
			text: t("moderators.reviewText"),
		}));
	},

	"participation.contribution.review-decided": async (db, event) => {
		const contribution = await toldContribution(db, event.subject.id);
		const author = contribution && (await authorOf(db, contribution));
		if (!author) return [];
		const moderation = await db.moderation.findUnique({ where: { id: String(event.facts.moderation) } });
		const t = textFor(author.locale, letterMessages);
		const reversed = event.facts.outcome === "reversed";
		return [
			{
				to: author.to,
				kind: "service",
				subject: t(reversed ? "review.subjectReversed" : "review.subjectUpheld", { title: contribution.title }),
				paragraphs: [
					t(reversed ? "review.reversed" : "review.upheld", { process: contribution.process.title }),
					...(moderation?.reviewReason ? [t("review.reason", { reason: moderation.reviewReason })] : []),
				],
				action: { path: `/b/${contribution.code}`, label: t("review.button") },
				because: t("receipt.because"),
			},
		];
	},
};
