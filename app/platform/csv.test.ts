import { expect, test } from "vitest";
import { csvOf } from "./csv";

test("no cell begins a formula, also behind blanks; quotes are kept, numbers stay numbers", () => {
	expect(csvOf([["=1+1", " @SUM(A1)", "-3+1", "-1.234,50", 2.5, 'a;"b"', null]])).toBe(
		`\ufeff"'=1+1";"' @SUM(A1)";"'-3+1";-1.234,50;2,5;"a;""b""";\r\n`,
	);
	expect(csvOf([['=1+1\nsagt "ja"', "<b>&\u0001"]])).toBe('\ufeff"\'=1+1\nsagt ""ja""";<b>&\u0001\r\n');
});
