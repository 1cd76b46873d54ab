import { houseAddress } from "~/platform/address.server";
import { formatFor, type Locale, textFor } from "~/platform/i18n";
import type { Letter } from "~/platform/mail/letter";
import type { FoundGroup } from "../queries/find-group.server";
import { lastDayText } from "../queries/names.server";
import { guestPath } from "./guest-token.server";
import { guestMessages } from "./messages";

/** The mail that invites a guest; its link is a secret and stands nowhere else. */
export function invitationLetter(
	locale: Locale,
	group: FoundGroup,
	guest: { id: string; name: string; validUntil: Date },
): Omit<Letter, "to"> {
	const t = textFor(locale, guestMessages);
	const values = { group: group.name };
	return {
		locale,
		subject: t("letter.subject", values),
		greeting: t("letter.greeting", { name: guest.name }),
		blocks: [
			t("letter.text", values),
			{ button: { href: houseAddress(guestPath(guest.id)), label: t("letter.button") } },
			t("letter.until", { date: formatFor(locale).dateLong(lastDayText(guest.validUntil)) }),
		],
		because: t("letter.because"),
		sender: { name: group.place.name, lines: [] },
	};
}
