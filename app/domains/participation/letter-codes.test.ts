import { describe, expect, it } from "vitest";
import { readLetterCodes, writtenCode } from "./letter-codes";

describe("codes of letters", () => {
	it("are read as people type them", () => {
		expect(writtenCode(" abcd-efgh 12 ")).toBe("ABCDEFGH12");
		expect(readLetterCodes("abcd-efgh\n\n  JKLM NPQR \r\n")).toEqual({ done: true, value: ["ABCDEFGH", "JKLMNPQR"] });
	});

	it.each([
		["", "codes-missing", undefined],
		["ABCDEFGH\nSHORT", "code-too-short", 2],
		[`${"A".repeat(65)}`, "code-too-short", 1],
		["ABCD-EFGH\nXXXXXXXX\nabcdefgh", "code-twice", 3],
	])("%j is refused: %s", (text, code, line) => {
		const read = readLetterCodes(text);
		expect(read.done ? null : read.refusals).toEqual([
			expect.objectContaining({ code, ...(line ? { values: { line } } : {}) }),
		]);
	});
});
