import { keyedHash } from "~/platform/keyed-hash.server";
import type { ReadRow } from "./import-table";

/** By what a row is known again in a later table of the same process. */
export type RowKeys = { rowKey: string; contentKey: string };

const plain = (text: string | null) => (text ?? "").trim().toLowerCase().replaceAll(/\s+/g, " ");

/**
 * Gives the rows of one table their keys, in the order of the table: the number of the card where there is one, and what
 * stands in the row (heading, text, name, day). The same words twice in one table are two cards: each counts which time it is.
 * Keyed, because names stand in them.
 */
export function rowKeysFor(processId: string): (row: ReadRow) => RowKeys {
	const times = new Map<string, number>();
	return ({ cardNumber, title, text, name, receivedOn }) => {
		const words = [title, text, name, receivedOn].map(plain).join("\n");
		const time = (times.get(words) ?? 0) + 1;
		times.set(words, time);
		const key = (...parts: string[]) => keyedHash("participation.paper.row", processId, ...parts).toString("base64url");
		const contentKey = key("content", words, String(time));
		return { contentKey, rowKey: cardNumber === null ? contentKey : key("number", plain(cardNumber)) };
	};
}

/**
 * Whether a row was taken in before: the same number, or the same words where one of the two has no number. Two cards
 * with the same words and different numbers are two.
 */
export function isSameRow(row: RowKeys, taken: RowKeys): boolean {
	if (row.rowKey === taken.rowKey) return true;
	const unnumbered = row.rowKey === row.contentKey || taken.rowKey === taken.contentKey;
	return unnumbered && row.contentKey === taken.contentKey;
}
