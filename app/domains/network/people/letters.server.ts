import { houseAddress } from "~/platform/address.server";
import { formatFor, type Locale, textFor } from "~/platform/i18n";
import type { Letter } from "~/platform/mail/letter";
import { dayText } from "../days.server";
import type { Basis } from "../vocabulary";
import { peopleMessages } from "./messages";

type Sender = { name: string; phone: string | null; address: string | null };
type About = { purpose: string; basis: Basis; source: string; keepUntil: Date | null };

function sender({ name, phone, address }: Sender): Letter["sender"] {
	return { name, lines: [...(address?.split("\n") ?? []), ...(phone ? [phone] : [])] };
}

/** What Art. 14 GDPR wants somebody to be told whom others entered: who, why, from where, until when, and how to object. */
export function noticeLetter(
	locale: Locale,
	{ about, from, token }: { about: About; from: Sender; token: string },
): Omit<Letter, "to"> {
	const t = textFor(locale, peopleMessages);
	const until = about.keepUntil && formatFor(locale).dateLong(dayText(about.keepUntil));
	return {
		locale,
		subject: t("letter.subject", { owner: from.name }),
		greeting: t("letter.greeting"),
		blocks: [
			t("letter.text", { owner: from.name }),
			{
				list: [
					t("letter.purpose", { purpose: about.purpose }),
					t(`letter.bases.${about.basis}`),
					t("letter.source", { source: about.source }),
					...(until ? [t("letter.until", { date: until })] : []),
				],
			},
			t("letter.rights"),
			{ button: { href: houseAddress(`/netzwerk/widerspruch/${token}`), label: t("letter.button") } },
			t("letter.onlyOnce"),
		],
		because: t("letter.because", { owner: from.name }),
		sender: sender(from),
	};
}

/** Why an entry stays in spite of an objection, and who can look at it again. */
export function refusalLetter(locale: Locale, { answer, from }: { answer: string; from: Sender }): Omit<Letter, "to"> {
	const t = textFor(locale, peopleMessages);
	return {
		locale,
		subject: t("letter.answerSubject", { owner: from.name }),
		greeting: t("letter.greeting"),
		blocks: [t("letter.answerText"), ...answer.split(/\n{2,}/).map((quote) => ({ quote })), t("letter.complain")],
		because: t("letter.answerBecause"),
		sender: sender(from),
	};
}
