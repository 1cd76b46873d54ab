import { textFor } from "~/platform/i18n";
import type { Paper } from "~/platform/typesetting/plain-paper";
import { joiningMessages } from "./messages";

type Given = { name: string; group: string; door: string; code: string };

/** The letter with which somebody joins a seat to an account. In German, as the office writes. */
export function joinLetter({ name, group, door, code }: Given): Paper {
	const t = textFor("de", joiningMessages);
	return {
		title: t("paper.title", { group }),
		above: t("paper.above"),
		author: group,
		language: "de",
		footer: t("paper.footer"),
		blocks: [
			{ kind: "text", text: t("paper.to", { name }) },
			{ kind: "text", text: t("paper.text", { group }) },
			{ kind: "heading", level: 1, text: t("paper.how") },
			{ kind: "list", items: t("paper.steps", { door }).split("\n") },
			{ kind: "heading", level: 2, text: code },
			{ kind: "text", text: t("paper.until") },
		],
	};
}
