import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { OrganisationKind } from "~/platform/database/generated/enums";
import { textFor } from "~/platform/i18n";
import { messages } from "./messages";
import { parseRegister } from "./register";
import { bodiesOf } from "./register-bodies";

test.each(["de", "en"] as const)("every kind of organisation has a word (%s)", (locale) => {
	expect(Object.keys(messages[locale].kinds)).toEqual(Object.keys(OrganisationKind));
});

test("every Textkennzeichen of the register has a word", () => {
	const outcome = parseRegister(readFileSync("prisma/seed/register/GV100AD_301123.txt"));
	if (!outcome.done) throw new Error("refused");
	const codes = new Set(bodiesOf(outcome.value).lines.flatMap((line) => line.typeCode ?? []));
	expect([...codes].filter((code) => !(code in messages.de.registerTypes))).toEqual([]);
});

test.each(["de", "en"] as const)("every refusal is a whole sentence (%s)", (locale) => {
	const t = textFor(locale, messages);
	const numbers = ["line", "length", "expected", "column", "first", "total", "shown", "missing", "known"];
	const words = ["found", "key", "parent", "asOf", "newest"];
	const values = Object.fromEntries([...numbers.map((name) => [name, 7]), ...words.map((name) => [name, "07"])]);
	for (const code of Object.keys(messages.de.refusals) as (keyof typeof messages.de.refusals)[]) {
		expect(t(`refusals.${code}`, values as never)).toMatch(/^[^{}]+\.$/);
	}
});
