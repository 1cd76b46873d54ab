import { houseAddress } from "~/platform/address.server";
import { formatFor, type Locale, textFor } from "~/platform/i18n";
import type { Letter } from "~/platform/mail/letter";
import { applicationPath } from "./application-token.server";
import { callLetterMessages } from "./letter-messages";
import type { FoundCall } from "./queries/find-call.server";

/** The mail with which a guest confirms an application; its link is a secret and stands nowhere else. */
export function confirmationLetter(locale: Locale, { group, closesAt }: FoundCall, id: string): Omit<Letter, "to"> {
	const t = textFor(locale, callLetterMessages);
	const values = { group: group.name };
	return {
		locale,
		subject: t("confirm.subject", values),
		greeting: t("greeting"),
		blocks: [
			t("confirm.text", values),
			t("confirm.how"),
			{ button: { href: houseAddress(applicationPath(id)), label: t("confirm.button") } },
			t("confirm.until", { until: formatFor(locale).dateTime(closesAt) }),
		],
		because: t("because"),
		sender: { name: group.place.name, lines: [] },
	};
}
