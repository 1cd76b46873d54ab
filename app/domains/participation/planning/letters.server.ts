import { houseAddress } from "~/platform/address.server";
import { formatFor, type Locale, textFor } from "~/platform/i18n";
import type { Letter } from "~/platform/mail/letter";
import { letterMessages } from "./letter-messages";
import type { FoundPlanning } from "./queries/find-planning.server";

/** The receipt of a statement. It carries the key to it, and none of its words: the address was typed, not confirmed. */
export function receiptLetter(
	locale: Locale,
	{
		planning,
		statement,
		token,
	}: { planning: FoundPlanning; statement: { number: number; sha256: string; receivedAt: Date }; token: string },
): Omit<Letter, "to"> {
	const t = textFor(locale, letterMessages);
	const { space, shortName } = planning.process.organisation;
	const number = String(statement.number);
	return {
		locale,
		subject: t("receipt.subject", { number, plan: planning.name }),
		greeting: t("greeting"),
		blocks: [
			t("receipt.text", {
				number,
				plan: planning.name,
				at: formatFor(locale).dateTime(statement.receivedAt),
				office: planning.office,
			}),
			t("receipt.check", { sha256: statement.sha256 }),
			{ button: { href: houseAddress(`/stellungnahme/${token}`), label: t("receipt.button") } },
			t("receipt.next"),
		],
		because: t("receipt.because"),
		sender: { name: space?.name ?? shortName, lines: space?.phone ? [space.phone] : [] },
	};
}
