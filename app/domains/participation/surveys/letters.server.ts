import { houseAddress } from "~/platform/address.server";
import { type Locale, textFor } from "~/platform/i18n";
import type { Letter } from "~/platform/mail/letter";
import { letterMessages } from "./letter-messages";
import type { FoundSurvey } from "./queries/find-survey.server";

type Written = Omit<Letter, "to">;

function frame(locale: Locale, { process }: FoundSurvey): Pick<Written, "locale" | "greeting" | "because" | "sender"> {
	const t = textFor(locale, letterMessages);
	const { space, shortName } = process.organisation;
	return {
		locale,
		greeting: t("greeting"),
		because: t("because"),
		sender: { name: space?.name ?? shortName, lines: space?.phone ? [space.phone] : [] },
	};
}

/** The code with which a guest hands the form in; it stands nowhere else. */
export function codeLetter(locale: Locale, { survey, code }: { survey: FoundSurvey; code: string }): Written {
	const t = textFor(locale, letterMessages);
	return {
		...frame(locale, survey),
		subject: t("code.subject", { code, title: survey.title }),
		blocks: [t("code.text", { title: survey.title }), { heading: t("code.code", { code }) }, t("code.until")],
	};
}

/** For an address that answered before: the way to that answer instead of a code. */
export function knownLetter(locale: Locale, { survey, token }: { survey: FoundSurvey; token: string }): Written {
	const t = textFor(locale, letterMessages);
	return {
		...frame(locale, survey),
		subject: t("known.subject", { title: survey.title }),
		blocks: [
			t("known.text", { title: survey.title }),
			{ button: { href: houseAddress(`/umfrage/${token}`), label: t("receipt.button") } },
		],
	};
}

/** The receipt with the secret address under which the answers can be corrected. */
export function receiptLetter(
	locale: Locale,
	{ survey, token, receipt }: { survey: FoundSurvey; token: string; receipt: string },
): Written {
	const t = textFor(locale, letterMessages);
	return {
		...frame(locale, survey),
		subject: t("receipt.subject", { title: survey.title }),
		blocks: [
			t("receipt.text", { title: survey.title, receipt }),
			{ button: { href: houseAddress(`/umfrage/${token}`), label: t("receipt.button") } },
			t("receipt.keep"),
		],
	};
}
