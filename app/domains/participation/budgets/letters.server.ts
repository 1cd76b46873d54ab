import { houseAddress } from "~/platform/address.server";
import { type Locale, textFor } from "~/platform/i18n";
import type { Letter } from "~/platform/mail/letter";
import { letterMessages } from "./letter-messages";
import type { FoundBudget } from "./queries/find-budget.server";

/** The mail with code and link, either of which opens the ballot paper. Both are secrets and stand nowhere else. */
export function paperLetter(
	locale: Locale,
	{ budget, code, token }: { budget: FoundBudget; code: string; token: string },
): Omit<Letter, "to"> {
	const t = textFor(locale, letterMessages);
	const { space, shortName } = budget.process.organisation;
	return {
		locale,
		subject: t("paper.subject", { code, title: budget.title }),
		greeting: t("greeting"),
		blocks: [
			t("paper.text", { title: budget.title, process: budget.process.title }),
			{ heading: t("paper.code", { code }) },
			t("paper.how"),
			{ button: { href: houseAddress(`/stimmzettel/${token}`), label: t("paper.button") } },
			t("paper.until"),
			t("paper.keep"),
		],
		because: t("paper.because"),
		sender: { name: space?.name ?? shortName, lines: space?.phone ? [space.phone] : [] },
	};
}
