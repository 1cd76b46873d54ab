import { houseAddress } from "~/platform/address.server";
import { formatFor, textFor } from "~/platform/i18n";
import type { Letter } from "~/platform/mail/letter";
import { dayText } from "../days.server";
import { answerPath } from "./answer-code.server";
import { messages } from "./messages";

type Survey = {
	year: number;
	intro: string;
	closesOn: Date;
	owner: { shortName: string; space: { name: string; phone: string | null } | null };
};

/** The mail that asks or reminds: one link and code for each municipality that the mailbox reads for. */
export function surveyLetter({
	kind,
	survey: { year, intro, closesOn, owner },
	municipalities,
}: {
	kind: "asked" | "reminded";
	survey: Survey;
	municipalities: readonly { name: string; code: string }[];
}): Omit<Letter, "to"> {
	// A mailbox of an office has no language of its own.
	const t = textFor("de", messages);
	const county = owner.space?.name ?? owner.shortName;
	const date = formatFor("de").dateLong(dayText(closesOn));
	return {
		locale: "de",
		subject: t(`letter.${kind}`, { year: String(year), county }),
		greeting: t("letter.greeting"),
		blocks: [
			...(kind === "asked" ? intro.split(/\n{2,}/) : [t("letter.reminder")]),
			t("letter.until", { date }),
			...municipalities.flatMap(({ name, code }) => [
				{ button: { href: houseAddress(answerPath(code)), label: t("letter.button", { municipality: name }) } },
				t("letter.code", { address: houseAddress("/bedarfsumfrage"), code }),
			]),
		],
		because: t("letter.because", { county }),
		sender: { name: county, lines: owner.space?.phone ? [owner.space.phone] : [] },
	};
}
