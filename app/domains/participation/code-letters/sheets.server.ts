import { formatFor, textFor } from "~/platform/i18n";
import { typeset } from "~/platform/typesetting/typeset.server";
import { qrPicture } from "../paper/qr-picture";
import type { Address } from "./address-table";
import { letterMessages } from "./letter-messages";
import type { LettersToMake } from "./queries/letter-subject.server";
import { codeGroups } from "./subject";

/** Setting three thousand letters takes some seconds; on a busy machine many. */
const limit = 120_000;

/**
 * Letters as one PDF, a page for each address with the code of the same place in the list.
 * @throws NotTypeset
 */
export function codeLettersPdf(
	given: LettersToMake,
	{ addresses, codes, now }: { addresses: readonly Address[]; codes: readonly string[]; now: Date },
): Promise<Buffer> {
	const t = textFor("de", letterMessages);
	const { dateLong } = formatFor("de");
	const { kind, sender, from, lastDay } = given;
	const until = lastDay && dateLong(lastDay);
	const words = {
		subject: t(`subject.${kind}`, { title: given.title }),
		greeting: t("greeting"),
		intro: t(`intro.${kind}`, { process: given.process }),
		when: until && (from ? t("fromUntil", { from: dateLong(from), until }) : t("until", { until })),
		code: t("code"),
		qr: t("qr"),
		stepOpen: t("stepOpen", { address: given.shortAddress }),
		stepCode: t(`stepCode.${kind}`),
		stepDone: t("stepDone"),
		paper: sender.phone ? t("paperPhone", { phone: sender.phone }) : t("paper"),
		once: t("once"),
		privacy: t("privacy"),
		regards: t("regards"),
		phone: t("phone"),
		email: t("email"),
		date: t("date"),
	};
	const letters = addresses.map(({ name, street, town }, index) => ({
		to: [name, street, town],
		code: codeGroups(codes[index] ?? ""),
	}));
	const batch = { sender, words, letters, qr: qrPicture(given.url), date: dateLong(now), title: given.title };
	return typeset({
		template: "app/domains/participation/code-letters/sheets/letter.typ",
		inputs: { batch: JSON.stringify(batch) },
		timestamp: Math.floor(now.getTime() / 1000),
		standard: "1.7",
		limit,
	});
}
