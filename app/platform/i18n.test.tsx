import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { formatFor, isLocale, LocaleProvider, missingTexts, textFor, useFormat, useText } from "./i18n";

const messages = {
	de: { hello: "Guten Tag, {name}", list: { count: "{count, plural, one {ein Beitrag} other {# Beiträge}}" } },
	en: { hello: "Hello {name}", list: { count: "{count, plural, one {one idea} other {# ideas}}" } },
} as const;

describe("texts", () => {
	it("finds typed keys in both languages, with values and plurals", () => {
		expect(textFor("de", messages)("hello", { name: "Anna" })).toBe("Guten Tag, Anna");
		expect(textFor("de", messages)("list.count", { count: 1 })).toBe("ein Beitrag");
		expect(textFor("de", messages)("list.count", { count: 1200 })).toBe("1.200 Beiträge");
		expect(textFor("en", messages)("list.count", { count: 1200 })).toBe("1,200 ideas");
	});

	it("throws in tests when a text is missing", () => {
		const incomplete = { de: { only: "nur deutsch" }, en: {} };
		expect(() => textFor("en", incomplete)("only")).toThrow(/MISSING_MESSAGE/);
	});

	it("throws in tests when a value is missing", () => {
		// @ts-expect-error the type demands the name too
		expect(() => textFor("de", messages)("hello", {})).toThrow();
	});

	it("names keys that stand in one language only", () => {
		expect(missingTexts(messages)).toEqual([]);
		expect(missingTexts({ de: { a: "x", b: { c: "y" } }, en: { a: "x", d: "z" } })).toEqual(["en: b.c", "de: d"]);
	});

	it("takes the language from the page", () => {
		function Greeting() {
			const t = useText(messages);
			return (
				<p>
					{t("hello", { name: "Anna" })} {useFormat().number(1234.5)}
				</p>
			);
		}
		expect(renderToStaticMarkup(<Greeting />)).toBe("<p>Guten Tag, Anna 1.234,5</p>");
		const english = renderToStaticMarkup(
			<LocaleProvider locale="en">
				<Greeting />
			</LocaleProvider>,
		);
		expect(english).toBe("<p>Hello Anna 1,234.5</p>");
	});

	it.each([
		["de", true],
		["en", true],
		["fr", false],
		[undefined, false],
		[["de"], false],
	])("isLocale(%s)", (value, is) => {
		expect(isLocale(value)).toBe(is);
	});
});

describe("formats", () => {
	const de = formatFor("de");
	const en = formatFor("en");

	it("shows moments in German time, summer and winter, and calendar dates as they are", () => {
		expect(de.dateTime(new Date("2026-07-01T22:30:00Z"))).toBe("2.\u00a0Juli 2026 um 00:30");
		expect(de.dateTime(new Date("2026-11-21T17:30:00Z"))).toBe("21.\u00a0November 2026 um 18:30");
		expect(de.date(new Date("2026-12-31T23:30:00Z"))).toBe("1.1.2027");
		expect(de.date("2026-12-31")).toBe("31.12.2026");
		expect(en.date("2026-12-31")).toBe("31\u00a0Dec 2026");
		expect(de.time(new Date("2026-11-21T17:05:00Z"))).toBe("18:05");
	});

	it.each([
		[0n, "0,00 €"],
		[5n, "0,05 €"],
		[-5n, "-0,05 €"],
		[123456n, "1.234,56 €"],
		[-100n, "-1,00 €"],
		[900719925474099301n, "9.007.199.254.740.993,01 €"],
	])("writes %s cents exactly", (cents, text) => {
		expect(de.money(cents).replace(/\u00a0/g, " ")).toBe(text);
	});

	it.each([
		[15_000_049n, "150.000 €"],
		[0n, "0 €"],
	])("writes an estimate of %s cents without them", (cents, text) => {
		expect(de.estimate(cents).replace(/\u00a0/g, " ")).toBe(text);
	});

	it("writes sizes and shares", () => {
		expect(de.bytes(999)).toBe("999 Byte");
		expect(de.bytes(48_000)).toBe("48 kB");
		expect(de.bytes(1_540_000)).toBe("1,5 MB");
		expect(de.percent(0.125).replace(/\u00a0/g, " ")).toBe("12,5 %");
	});
});
