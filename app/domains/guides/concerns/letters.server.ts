import { houseAddress } from "~/platform/address.server";
import { formatFor, type Locale, textFor } from "~/platform/i18n";
import type { Letter } from "~/platform/mail/letter";
import { letterMessages } from "./letter-messages";

type About = {
	code: string;
	nextOn: Date | null;
	owner: { shortName: string; space: { name: string; phone: string | null } | null };
};

function sender({ owner: { shortName, space } }: About): Letter["sender"] {
	return { name: space?.name ?? shortName, lines: space?.phone ? [space.phone] : [] };
}

/** The receipt with the link to the status page, which is the asker's key to the concern. */
export function receiptLetter(
	locale: Locale,
	{ concern, token }: { concern: About; token: string },
): Omit<Letter, "to"> {
	const t = textFor(locale, letterMessages);
	const until = concern.nextOn ? formatFor(locale).dateLong(concern.nextOn.toISOString().slice(0, 10)) : null;
	return {
		locale,
		subject: t("receipt.subject", { code: concern.code }),
		greeting: t("greeting"),
		blocks: [
			t("receipt.text", { code: concern.code }),
			...(until ? [t("receipt.until", { date: until })] : []),
			{ button: { href: houseAddress(`/anliegen/${token}`), label: t("receipt.button") } },
			t("receipt.keep"),
		],
		because: t("because"),
		sender: sender(concern),
	};
}

/** The answer itself, with a link to say that it is none. */
export function answerLetter(
	locale: Locale,
	{ concern, token, text }: { concern: About; token: string; text: string },
): Omit<Letter, "to"> {
	const t = textFor(locale, letterMessages);
	return {
		locale,
		subject: t("answer.subject", { code: concern.code }),
		greeting: t("greeting"),
		blocks: [
			t("answer.text"),
			...text.split(/\n{2,}/).map((quote) => ({ quote })),
			t("answer.objection"),
			{ button: { href: houseAddress(`/anliegen/${token}`), label: t("answer.button") } },
		],
		because: t("because"),
		sender: sender(concern),
	};
}
