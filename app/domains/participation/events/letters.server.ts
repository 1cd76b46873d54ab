import { houseAddress } from "~/platform/address.server";
import { formatFor, type Locale, textFor } from "~/platform/i18n";
import type { Letter } from "~/platform/mail/letter";
import { letterMessages } from "./letter-messages";
import type { FoundEvent } from "./queries/find-event.server";
import { registrationPath } from "./registration-token.server";

/** The mail with which a guest confirms a registration; its link is a secret and stands nowhere else. */
export function confirmationLetter(locale: Locale, event: FoundEvent, registrationId: string): Omit<Letter, "to"> {
	const t = textFor(locale, letterMessages);
	const { space, shortName } = event.process.organisation;
	return {
		locale,
		subject: t("confirm.subject", { title: event.title }),
		greeting: t("greeting"),
		blocks: [
			t("confirm.text", { title: event.title, when: formatFor(locale).dateTime(event.startsAt) }),
			t("confirm.how"),
			{ button: { href: houseAddress(registrationPath(registrationId)), label: t("confirm.button") } },
			t("confirm.until"),
		],
		because: t("becauseAsked"),
		sender: { name: space?.name ?? shortName, lines: space?.phone ? [space.phone] : [] },
	};
}
