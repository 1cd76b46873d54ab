import { houseAddress } from "~/platform/address.server";
import { type Locale, textFor } from "~/platform/i18n";
import type { Letter } from "~/platform/mail/letter";
import { discussionLetterMessages } from "./discussion-letter-messages";
import type { FoundContribution } from "./queries/find-contribution.server";

/** The mail with code and link for a guest's comment or support. Both are secrets and stand nowhere else. */
export function guestCodeLetter(
	locale: Locale,
	{
		contribution,
		purpose,
		code,
		linkToken,
	}: { contribution: FoundContribution; purpose: "comment" | "support"; code: string; linkToken: string },
): Omit<Letter, "to"> {
	const t = textFor(locale, discussionLetterMessages);
	const { space, shortName } = contribution.process.organisation;
	return {
		locale,
		subject: t(`code.subject.${purpose}`, { code, title: contribution.title }),
		greeting: t("greeting"),
		blocks: [
			t(`code.text.${purpose}`, { title: contribution.title }),
			{ heading: t("code.code", { code }) },
			t("code.how"),
			{ button: { href: houseAddress(`/bestaetigen/${linkToken}`), label: t(`code.button.${purpose}`) } },
			t("code.until"),
		],
		because: t("code.because"),
		sender: { name: space?.name ?? shortName, lines: space?.phone ? [space.phone] : [] },
	};
}
