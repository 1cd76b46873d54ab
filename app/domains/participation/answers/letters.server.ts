import { houseAddress } from "~/platform/address.server";
import { formatFor, type Locale, textFor } from "~/platform/i18n";
import type { Letter } from "~/platform/mail/letter";
import type { FoundProcess } from "../processes/index.server";
import { inquiryLimits } from "./inquiry";
import { letterMessages } from "./letter-messages";

type Sender = Pick<FoundProcess, "title" | "organisation">;
type Quoted = { number: number | null; title: string; excerpt: string };

/** How much of a contribution a mail quotes, in characters; the page behind the button shows all. */
const quoteMost = 1500;

function senderOf({ organisation }: Sender): Letter["sender"] {
	const { space, shortName } = organisation;
	return {
		name: space?.name ?? shortName,
		lines: [space?.phone, space?.email].filter((line): line is string => Boolean(line)),
	};
}

export type InquiryForLetter = {
	office: string;
	question: string;
	dueOn: Date;
	process: Sender;
	contributions: readonly Quoted[];
};

/** The question to a department, or a reminder of it, with the texts it is about and one button. No name, no address. */
export function inquiryLetter(
	locale: Locale,
	{ office, question, dueOn, process, contributions }: InquiryForLetter,
	{ token, why }: { token: string; why: "asked" | "before" | "on-the-day" },
): Omit<Letter, "to"> {
	const t = textFor(locale, letterMessages);
	const due = formatFor(locale).dateLong(dueOn.toISOString().slice(0, 10));
	return {
		locale,
		subject: t(`inquiry.subject.${why}`, { process: process.title, date: due }),
		greeting: t("greeting"),
		blocks: [
			t(`inquiry.opening.${why}`, { process: process.title, count: contributions.length, date: due }),
			{ heading: t("inquiry.question") },
			...question.split(/\n{2,}/),
			{ heading: t("inquiry.contributions", { count: contributions.length }) },
			...contributions.slice(0, inquiryLimits.quotedMost).map(({ number, title, excerpt }) => ({
				quote: excerpt.length > quoteMost ? `${excerpt.slice(0, quoteMost).trimEnd()} …` : excerpt,
				by: t("inquiry.quoted", { number: String(number ?? ""), title }),
			})),
			...(contributions.length > inquiryLimits.quotedMost
				? [t("inquiry.more", { count: contributions.length - inquiryLimits.quotedMost })]
				: []),
			{ button: { href: houseAddress(`/fachamt/${token}`), label: t("inquiry.button") } },
			...(contributions.length > 1 ? [t("inquiry.asTable")] : []),
			t("inquiry.how", { date: due }),
		],
		because: t("inquiry.because", { office }),
		sender: senderOf(process),
	};
}

/** Asks the head of the organisation to release an answer, by a link that can do nothing else. */
export function mayorLetter(
	locale: Locale,
	{ process, count, token }: { process: Sender; count: number; token: string },
): Omit<Letter, "to"> {
	const t = textFor(locale, letterMessages);
	return {
		locale,
		subject: t("mayor.subject", { process: process.title }),
		greeting: t("greeting"),
		blocks: [
			t("mayor.text", { process: process.title, count }),
			{ button: { href: houseAddress(`/freigabe/${token}`), label: t("mayor.button") } },
			t("mayor.until"),
		],
		because: t("mayor.because"),
		sender: senderOf(process),
	};
}
