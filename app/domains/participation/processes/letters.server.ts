import { houseAddress } from "~/platform/address.server";
import { type Locale, textFor } from "~/platform/i18n";
import type { Letter } from "~/platform/mail/letter";
import { messages } from "./messages";
import type { FoundProcess } from "./queries/find-process.server";

/** Asks the head of the organisation to release a process, by a link that can do nothing else. */
export function mayorLetter(
	locale: Locale,
	{ title, organisation }: Pick<FoundProcess, "title" | "organisation">,
	token: string,
): Omit<Letter, "to"> {
	const t = textFor(locale, messages);
	const { space, shortName } = organisation;
	return {
		locale,
		subject: t("letters.mayor.subject", { title }),
		greeting: t("letters.greeting"),
		blocks: [
			t("letters.mayor.text", { title }),
			{ button: { href: houseAddress(`/freigabe-beteiligung/${token}`), label: t("letters.mayor.button") } },
			t("letters.mayor.until"),
		],
		because: t("letters.mayor.because"),
		sender: {
			name: space?.name ?? shortName,
			lines: [space?.phone, space?.email].filter((line): line is string => Boolean(line)),
		},
	};
}
