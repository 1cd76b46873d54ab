import { houseAddress } from "~/platform/address.server";
import { type Locale, textFor } from "~/platform/i18n";
import type { Letter } from "~/platform/mail/letter";
import { paperPath } from "./addresses";
import { letterMessages } from "./letter-messages";
import type { FoundBox } from "./queries/find-box.server";

/** The mail with code and link, either of which opens the ballot paper. Both are secrets and stand nowhere else. */
export function paperLetter(
	locale: Locale,
	{ box, code, token }: { box: FoundBox; code: string; token: string },
): Omit<Letter, "to"> {
	const t = textFor(locale, letterMessages);
	const { space, shortName } = box.process.organisation;
	return {
		locale,
		subject: t("paper.subject", { code, title: box.title }),
		greeting: t("greeting"),
		blocks: [
			t("paper.text", { title: box.title, process: box.process.title }),
			{ heading: t("paper.code", { code }) },
			t("paper.how"),
			{ button: { href: houseAddress(paperPath(box.kind, token)), label: t("paper.button") } },
			t("paper.until"),
			t("paper.keep"),
		],
		because: t("paper.because"),
		sender: { name: space?.name ?? shortName, lines: space?.phone ? [space.phone] : [] },
	};
}
