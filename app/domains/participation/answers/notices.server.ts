import type { Prisma } from "~/platform/database/generated/client";
import { type Locale, textFor } from "~/platform/i18n";
import type { Notice, Recipient, RecordedEvent } from "~/platform/manifest.server";
import { localeOf } from "../contributions/told-author.server";
import { answerPath, commentPath, contributionPath, inquiriesPath } from "./addresses";
import { noticesOfDueAnswers } from "./deadline-notices.server";
import { isDisposition } from "./disposition";
import { isUpdateState } from "./follow-up";
import { letterMessages } from "./letter-messages";
import { messages } from "./messages";
import { outcomeMessages } from "./outcome-messages";
import { fill } from "./placeholders";
import { valuesOf } from "./queries/public-answers.server";

/** How many supporters of one contribution are told; the page tells everybody. */
const supportersMost = 1000;

type Db = Prisma.TransactionClient;
type Teller = (db: Db, event: RecordedEvent) => Promise<Notice[]>;

/** Each author alone, in the language of the contribution: nobody sees who else is answered. */
const tellAuthors: Teller = async (db, { subject, facts, type }) => {
	const revision = await db.answerRevision.findUnique({
		where: { answerId_revision: { answerId: subject.id, revision: Number(facts.revision) } },
	});
	if (!revision || !isDisposition(revision.disposition)) return [];
	const { disposition, reasonText, duplicateOfId } = revision;
	const original = duplicateOfId
		? await db.contribution.findFirst({
				where: { id: duplicateOfId, publishedAt: { not: null }, hiddenAt: null, withdrawnAt: null },
				select: { number: true, title: true },
			})
		: null;
	const rows = await db.answeredContribution.findMany({
		where: { answerId: subject.id, contribution: { withdrawnAt: null } },
		orderBy: { contribution: { number: "asc" } },
		select: {
			contribution: {
				select: {
					title: true,
					number: true,
					code: true,
					authorId: true,
					guestEmail: true,
					locale: true,
					process: { select: { title: true } },
				},
			},
		},
	});
	const what = type === "participation.answer.corrected" ? "corrected" : "released";
	const asked = await db.answeredComment.findMany({
		where: { answerId: subject.id, comment: { withdrawnAt: null } },
		orderBy: [{ comment: { contribution: { number: "asc" } } }, { comment: { number: "asc" } }],
		select: {
			comment: {
				select: {
					code: true,
					authorId: true,
					guestEmail: true,
					locale: true,
					contribution: { select: { title: true, number: true, process: { select: { title: true } } } },
				},
			},
		},
	});
	const texts = [
		...rows.map(({ contribution }) => ({
			...contribution,
			of: "contribution" as const,
			path: `${contributionPath(contribution.code)}#antwort`,
		})),
		...asked.map(({ comment: { contribution, ...comment } }) => ({
			...comment,
			...contribution,
			of: "question" as const,
			path: commentPath(comment.code),
		})),
	];
	return texts.flatMap((text): Notice[] => {
		const locale: Locale = text.locale === "en" ? "en" : "de";
		const to = authorOf(text, locale);
		if (!to) return [];
		const t = textFor(locale, letterMessages);
		const named = { title: text.title, process: text.process.title };
		return [
			{
				to,
				kind: "service",
				subject: t(`${what}.subject.${text.of}`, named),
				paragraphs: [
					t("greeting"),
					t(`${what}.text.${text.of}`, named),
					t("released.result", { disposition: textFor(locale, messages)(`dispositions.${disposition}`) }),
					...fill(reasonText, valuesOf(text)).split(/\n{2,}/),
					...(original ? [t("duplicate", { number: String(original.number ?? ""), title: original.title })] : []),
				],
				action: { path: text.path, label: t("released.button") },
				because: t(`released.because.${text.of}`),
			},
		];
	});
};

function authorOf(given: { authorId: string | null; guestEmail: string | null }, locale: Locale): Recipient | null {
	if (given.authorId) return { personId: given.authorId };
	return given.guestEmail ? { email: given.guestEmail, locale } : null;
}

/** A person of the administration, in the language of the account. */
async function colleague(db: Db, personId: string) {
	const account = await db.account.findUnique({ where: { personId }, select: { locale: true } });
	return textFor(account?.locale === "en" ? "en" : "de", letterMessages);
}

const processNamed = {
	select: { title: true, slug: true, organisation: { select: { space: { select: { slug: true } } } } },
} as const;

const tellAsker: Teller = async (db, { subject, facts, type }) => {
	const inquiry = await db.inquiry.findUnique({
		where: { id: subject.id },
		select: { office: true, askedById: true, process: processNamed },
	});
	const place = inquiry?.process.organisation.space?.slug;
	if (!inquiry || !place) return [];
	const t = await colleague(db, inquiry.askedById);
	const named = { office: inquiry.office, process: inquiry.process.title };
	const twice = type === "participation.inquiry.answered-twice";
	const first = facts.revision === 1;
	return [
		{
			to: { personId: inquiry.askedById },
			// corrections can wait for the next letter
			kind: twice || first ? "service" : "digest",
			topic: "work",
			subject: t("inquiryAnswered.subject", named),
			paragraphs: [
				t(twice ? "inquiryAnswered.twice" : first ? "inquiryAnswered.text" : "inquiryAnswered.corrected", named),
			],
			action: { path: inquiriesPath(place, inquiry.process.slug), label: t("inquiryAnswered.button") },
			because: t("inquiryAnswered.because"),
		},
	];
};

const tellPreparer: Teller = async (db, { subject, facts, type, actorPersonId }) => {
	const answer = await db.officialAnswer.findUnique({
		where: { id: subject.id },
		select: {
			preparedById: true,
			sentBackRemark: true,
			process: processNamed,
			contributions: {
				select: { notAnsweredText: true, contribution: { select: { id: true, title: true } } },
			},
			comments: {
				select: {
					notAnsweredText: true,
					comment: { select: { id: true, contribution: { select: { title: true } } } },
				},
			},
		},
	});
	const place = answer?.process.organisation.space?.slug;
	if (!answer || !place || answer.preparedById === actorPersonId) return [];
	const t = await colleague(db, answer.preparedById);
	const to = { personId: answer.preparedById };
	const path = answerPath(place, answer.process.slug, subject.id);
	if (type === "participation.answer.sent-back") {
		if (answer.sentBackRemark === null) return [];
		return [
			{
				to,
				kind: "service",
				subject: t("sentBack.subject", { process: answer.process.title }),
				paragraphs: [t("sentBack.text"), answer.sentBackRemark],
				action: { path, label: t("sentBack.button") },
				because: t("sentBack.because"),
			},
		];
	}
	const ofQuestion = answer.comments.find(({ comment }) => comment.id === facts.question);
	const ofContribution = answer.contributions.find(({ contribution }) => contribution.id === facts.contribution);
	const said = ofQuestion?.notAnsweredText ?? ofContribution?.notAnsweredText;
	const title = ofQuestion?.comment.contribution.title ?? ofContribution?.contribution.title;
	if (!said || title === undefined) return [];
	return [
		{
			to,
			kind: "service",
			subject: t("objected.subject", { title }),
			paragraphs: [t("objected.text", { title }), said],
			action: { path, label: t("objected.button") },
			because: t("objected.because"),
		},
	];
};

/** How an answer is carried out: its authors at once, supporters with the news. */
const tellOfUpdate: Teller = async (db, { subject, facts, actorPersonId }) => {
	const update = await db.answerUpdate.findUnique({ where: { id: String(facts.update) } });
	if (!update || !isUpdateState(update.state)) return [];
	const { state, text } = update;
	const rows = await db.answeredContribution.findMany({
		where: {
			answerId: subject.id,
			contribution: { publishedAt: { not: null }, hiddenAt: null, withdrawnAt: null },
		},
		orderBy: { contribution: { number: "asc" } },
		select: {
			contribution: {
				select: {
					id: true,
					title: true,
					code: true,
					authorId: true,
					guestEmail: true,
					locale: true,
					supports: { select: { personId: true }, orderBy: { at: "asc" }, take: supportersMost },
				},
			},
		},
	});
	const told = new Set(rows.flatMap(({ contribution }) => contribution.authorId ?? []));
	if (actorPersonId) told.add(actorPersonId);
	const notices: Notice[] = [];
	const say = (to: Recipient, locale: Locale, contribution: (typeof rows)[number]["contribution"]): Notice => {
		const t = textFor(locale, letterMessages);
		const isAuthor = !("personId" in to) || to.personId === contribution.authorId;
		return {
			to,
			kind: isAuthor ? "service" : "digest",
			...(isAuthor ? {} : { quotes: { kind: "contribution", id: contribution.id } }),
			subject: t("carriedOn.subject", {
				title: contribution.title,
				state: textFor(locale, outcomeMessages)(`updates.states.${state}`),
			}),
			paragraphs: [t("carriedOn.text", { title: contribution.title }), text],
			action: { path: `${contributionPath(contribution.code)}#antwort`, label: t("released.button") },
			because: t(isAuthor ? "released.because.contribution" : "carriedOn.because"),
		};
	};
	for (const { contribution } of rows) {
		const locale: Locale = contribution.locale === "en" ? "en" : "de";
		const to = authorOf(contribution, locale);
		if (to && !("personId" in to && to.personId === actorPersonId)) notices.push(say(to, locale, contribution));
		for (const { personId } of contribution.supports) {
			// nobody is told twice of one answer, whatever they support
			if (told.has(personId)) continue;
			told.add(personId);
			notices.push(say({ personId }, await localeOf(db, personId), contribution));
		}
	}
	return notices;
};

export const notices: Record<string, Teller> = {
	"participation.answer.carried-on": tellOfUpdate,
	"participation.answers.due": noticesOfDueAnswers,
	"participation.answer.released": tellAuthors,
	"participation.answer.corrected": tellAuthors,
	"participation.answer.sent-back": tellPreparer,
	"participation.answer.objected": tellPreparer,
	"participation.inquiry.answered": tellAsker,
	"participation.inquiry.answered-twice": tellAsker,
};
