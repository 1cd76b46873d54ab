import { placeWords, type Value } from "../answering";
import { otherKey, type Question } from "../question";

/** An answer in words, line by line, as it is read again before it is handed in; files by the names they came with. */
export function wordsOf(
	question: Question,
	value: Value,
	otherLabel: string,
	fileNames: Readonly<Record<string, string>>,
): string[] {
	const label = (key: string) => question.options.find((option) => option.key === key)?.label ?? key;
	if ("text" in value) return [value.text];
	if ("place" in value) return [placeWords(value)];
	if ("file" in value) return [fileNames[value.file] ?? "–"];
	if ("number" in value) return [String(value.number).replace(".", ",")];
	if ("ranks" in value) return value.ranks.map((key, index) => `${index + 1}. ${label(key)}`);
	if ("rows" in value) {
		return question.rows.flatMap((row) => {
			const chosen = value.rows[row.key];
			return chosen === undefined ? [] : [`${row.label}: ${label(chosen)}`];
		});
	}
	return value.choices.map((key) => (key === otherKey ? `${otherLabel}: ${value.other ?? ""}` : label(key)));
}
