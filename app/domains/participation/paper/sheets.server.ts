import { createHash } from "node:crypto";
import { formatFor, type Locale, textFor } from "~/platform/i18n";
import { typeset } from "~/platform/typesetting/typeset.server";
import { isDisposition } from "../answers/disposition";
import { messages as answerMessages } from "../answers/messages";
import { messages } from "./messages";
import { addressDays } from "./paper";
import { qrPicture } from "./qr-picture";
import type { FormPage } from "./queries/form-page.server";
import type { LetterBatch } from "./queries/letters.server";
import { sheetMessages } from "./sheet-messages";

const folder = "app/domains/participation/paper/sheets";

/** A form is asked for by everybody: the newest ones are kept, and set once however many ask at the same time. */
const forms = new Map<string, Promise<Buffer>>();
const mostForms = 50;

/**
 * The form of a process on one page A4 as PDF.
 * @throws NotTypeset
 */
export function formPdf(page: FormPage, locale: Locale, now: Date): Promise<Buffer> {
	const t = textFor(locale, messages);
	const { dateLong } = formatFor(locale);
	const { process, phone, phoneHours } = page;
	const sheet = {
		lang: locale,
		place: page.place.name,
		title: process.title,
		kind: t(`form.kinds.${page.kind}`),
		summary: process.summary,
		asks: [...(page.kind === "idea" ? [] : [t(`form.about.${page.kind}`)]), t(`form.text.${page.kind}`)],
		where: page.kind === "idea" ? t("form.where") : null,
		categories:
			page.kind === "idea" && page.categories.length > 0 ? { label: t("form.category"), names: page.categories } : null,
		reply:
			page.kind === "comment"
				? null
				: {
						title: t("form.reply"),
						hint: t("form.replyHint"),
						letter: t("form.byLetter"),
						call: t("form.byCall"),
						none: t("form.byNothing"),
						street: t("form.street"),
						phone: t("form.phone"),
					},
		name: { label: t("form.name"), shown: t("form.nameShown") },
		back: {
			title: t("form.back"),
			until: page.lastDay && t("form.until", { date: dateLong(page.lastDay) }),
			address: page.address,
			phone: phone && t("form.call", { phone: [phone, phoneHours && `(${phoneHours})`].filter(Boolean).join(" ") }),
			online: t("form.online"),
			url: page.url.replace(/^https?:\/\//, ""),
			qr: qrPicture(page.url),
		},
		answered: page.answeredUntil && t("form.answered", { date: dateLong(page.answeredUntil) }),
		privacy: page.kind === "comment" ? t("form.privacyComment") : t("form.privacy", { days: String(addressDays) }),
	};
	const text = JSON.stringify(sheet);
	const key = createHash("sha256").update(text).digest("hex");
	const known = forms.get(key);
	if (known) return known;
	const setting = typeset({
		template: `${folder}/form.typ`,
		inputs: { sheet: text },
		timestamp: Math.floor(now.getTime() / 1000),
		standard: "1.7",
	});
	const oldest = forms.size >= mostForms ? forms.keys().next().value : undefined;
	if (oldest !== undefined) forms.delete(oldest);
	forms.set(key, setting);
	// what failed is tried again
	setting.catch(() => forms.delete(key));
	return setting;
}

/**
 * The letters of a batch as one PDF, each for a window envelope (DIN 5008 form B), without those whose address is gone.
 * @throws NotTypeset
 */
export function lettersPdf(batch: LetterBatch): Promise<Buffer> {
	const t = textFor("de", sheetMessages);
	const { dateLong } = formatFor("de");
	const { sender } = batch;
	const letters = batch.letters
		.filter(({ forgottenAt }) => forgottenAt === null)
		.map((letter) => ({
			to: [letter.name, letter.street, letter.town].filter((line) => line !== null),
			subject: t("letter.subject", { kind: kindOf(letter), title: letter.title }),
			intro: t(letter.corrects ? "letter.corrected" : "letter.intro", {
				date: letter.submittedAt ? dateLong(letter.submittedAt) : "",
				process: batch.title,
				kind: kindOf(letter),
				number: String(letter.number ?? ""),
				comment: String(letter.commentNumber ?? ""),
			}),
			quote: letter.excerpt.length > 400 ? `${letter.excerpt.slice(0, 399).trimEnd()} …` : letter.excerpt,
			result: isDisposition(letter.disposition)
				? textFor("de", answerMessages)(`dispositions.${letter.disposition}`)
				: "",
			reason: letter.reason.split(/\n{2,}/),
			slip: letter.slip,
			qr: qrPicture(letter.url),
		}));
	const words = {
		greeting: t("letter.greeting"),
		result: t("letter.result"),
		wrote: t("letter.wrote"),
		ask: sender.phone ? t("letter.ask", { phone: sender.phone }) : t("letter.askHere"),
		lookUp: t("letter.lookUp", { address: batch.lookUpAddress }),
		code: t("letter.code"),
		privacy: t("letter.privacy", { days: String(addressDays) }),
		regards: t("letter.regards"),
		phone: t("letter.phone"),
		email: t("letter.email"),
		date: t("letter.date"),
	};
	return typeset({
		template: `${folder}/letter.typ`,
		inputs: { batch: JSON.stringify({ sender, words, letters, date: dateLong(batch.printedOn), title: batch.title }) },
		timestamp: Math.floor(batch.printedAt.getTime() / 1000),
		standard: "1.7",
	});
}

function kindOf({ commentNumber }: { commentNumber: number | null }): "contribution" | "comment" {
	return commentNumber === null ? "contribution" : "comment";
}
