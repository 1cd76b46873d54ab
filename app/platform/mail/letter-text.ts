import { textFor } from "~/platform/i18n";
import type { Letter, LetterBlock } from "./letter";
import { messages } from "./messages";

const width = 72;

/** The letter for those who read plain text: lines of at most 72 characters, addresses alone on their line. */
export function letterText(letter: Letter): string {
	const { greeting, blocks, because, sender, unsubscribe, locale } = letter;
	const t = textFor(locale, messages);
	const parts = [
		...(greeting ? [wrapped(greeting)] : []),
		...blocks.map(blockText),
		// "-- " begins a signature (RFC 3676, 4.3): programs show it apart and leave it out of answers.
		`-- \n${[sender.name, ...(sender.lines ?? [])].map((line) => wrapped(line)).join("\n")}`,
		wrapped(because),
		...(unsubscribe ? [`${t("unsubscribe")}:\n${unsubscribe.page}`] : []),
	];
	return `${parts.join("\n\n")}\n`;
}

function blockText(block: LetterBlock): string {
	if (typeof block === "string") return wrapped(block);
	if ("heading" in block) return `${wrapped(block.heading)}\n${"=".repeat(Math.min(block.heading.length, width))}`;
	if ("list" in block) return block.list.map((item) => wrapped(item, "- ", "  ")).join("\n");
	if ("quote" in block) return wrapped(block.by ? `${block.quote}\n– ${block.by}` : block.quote, "> ", "> ");
	return `${wrapped(`${block.button.label}:`)}\n${block.button.href}`;
}

function wrapped(text: string, first = "", rest = first): string {
	const lines: string[] = [];
	for (const paragraph of text.toWellFormed().split("\n")) {
		let line = "";
		for (const word of paragraph.split(/[ \t\r]+/).filter((part) => part !== "")) {
			if (line !== "" && line.length + 1 + word.length > width - rest.length) {
				lines.push(line);
				line = "";
			}
			line = line === "" ? word : `${line} ${word}`;
		}
		lines.push(line);
	}
	return lines.map((line, index) => `${index === 0 ? first : rest}${line}`.trimEnd()).join("\n");
}
