import type { Prisma } from "~/platform/database/generated/client";
import { type Locale, textFor } from "~/platform/i18n";
import type { Notice, Recipient, RecordedEvent } from "~/platform/manifest.server";
import { answerPath, contributionPath, inquiriesPath } from "./addresses";
import { isDisposition } from "./disposition";
import { letterMessages } from "./letter-messages";
import { messages } from "./messages";

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
	return rows.flatMap(({ contribution }): Notice[] => {
		const locale: Locale = contribution.locale === "en" ? "en" : "de";
		const to = authorOf(contribution, locale);
		if (!to) return [];
		const t = textFor(locale, letterMessages);
		const named = { title: contribution.title, process: contribution.process.title };
		return [
			{
				to,
				kind: "service",
				subject: t(`${what}.subject`, named),
				paragraphs: [
					t("greeting"),
					t(`${what}.text`, named),
					t("released.result", { disposition: textFor(locale, messages)(`dispositions.${disposition}`) }),
					...reasonText.split(/\n{2,}/),
					...(original ? [t("duplicate", { number: String(original.number ?? ""), title: original.title })] : []),
				],
				action: { path: `${contributionPath(contribution.code)}#antwort`, label: t("released.button") },
				because: t("released.because"),
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
	const said = answer.contributions.find(({ contribution }) => contribution.id === facts.contribution);
	if (!said?.notAnsweredText) return [];
	const { title } = said.contribution;
	return [
		{
			to,
			kind: "service",
			subject: t("objected.subject", { title }),
			paragraphs: [t("objected.text", { title }), said.notAnsweredText],
			action: { path, label: t("objected.button") },
			because: t("objected.because"),
		},
	];
};

export const notices: Record<string, Teller> = {
	"participation.answer.released": tellAuthors,
	"participation.answer.corrected": tellAuthors,
	"participation.answer.sent-back": tellPreparer,
	"participation.answer.objected": tellPreparer,
	"participation.inquiry.answered": tellAsker,
	"participation.inquiry.answered-twice": tellAsker,
};
