import { houseAddress } from "~/platform/address.server";
import { formatFor, type Locale, textFor } from "~/platform/i18n";
import type { Letter } from "~/platform/mail/letter";
import { waitsForModerator } from "./contribution";
import { letterMessages } from "./letter-messages";
import type { FoundContribution } from "./queries/find-contribution.server";

function sender({ process }: FoundContribution): Letter["sender"] {
	const { space, shortName } = process.organisation;
	return { name: space?.name ?? shortName, lines: space?.phone ? [space.phone] : [] };
}

/** The mail with code and link, either of which hands the draft in. Both are secrets and stand nowhere else. */
export function confirmationLetter(
	locale: Locale,
	{ contribution, code, linkToken }: { contribution: FoundContribution; code: string; linkToken: string },
): Omit<Letter, "to"> {
	const t = textFor(locale, letterMessages);
	return {
		locale,
		subject: t("code.subject", { code, title: contribution.title }),
		greeting: t("greeting"),
		blocks: [
			t("code.text", { process: contribution.process.title }),
			{ heading: t("code.code", { code }) },
			t("code.how"),
			{ button: { href: houseAddress(`/beitrag-bestaetigen/${linkToken}`), label: t("code.button") } },
			t("code.until"),
		],
		because: t("code.because"),
		sender: sender(contribution),
	};
}

/** A guest's receipt with the link to the status page, which is the author's key to the contribution. */
export function receiptLetter(
	locale: Locale,
	{ contribution, number, statusToken }: { contribution: FoundContribution; number: number; statusToken: string },
): Omit<Letter, "to"> {
	const t = textFor(locale, letterMessages);
	const { process, title, code } = contribution;
	const waits = waitsForModerator({
		moderation: process.moderation,
		isNewcomer: true,
		hasLink: hasLink(contribution.body),
	});
	return {
		locale,
		subject: t("receipt.subject", { title, code }),
		greeting: t("greeting"),
		blocks: [
			t("receipt.text", { process: process.title, number: String(number), code }),
			t(waits ? "receipt.moderation" : "receipt.published"),
			...(process.answeredUntil
				? [t("receipt.answer", { date: formatFor(locale).dateLong(process.answeredUntil.toISOString().slice(0, 10)) })]
				: []),
			{ button: { href: houseAddress(`/stand/${statusToken}`), label: t("receipt.button") } },
			t("receipt.keep"),
		],
		because: t("receipt.because"),
		sender: sender(contribution),
	};
}

/** Whether a stored rich text holds a link. */
export function hasLink(body: unknown): boolean {
	return JSON.stringify(body).includes('"type":"link"');
}
