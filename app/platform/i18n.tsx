import { createContext, type ReactNode, useContext } from "react";
import { createTranslator } from "use-intl/core";

/** The languages people can read the pages in; German is the default. */
export type Locale = "de" | "en";
const DEFAULT_LOCALE: Locale = "de";
/** Dates are shown to people in the time of Germany, wherever the server stands. */
const TIME_ZONE = "Europe/Berlin";

type Tree = { readonly [key: string]: string | Tree };
/** The texts of one domain: the same keys in both languages, values are ICU messages. */
export type Messages = { readonly de: Tree; readonly en: Tree };
/** Looks a text up by its typed key, with typed values: `t("list.count", { count: 3 })`. */
export type Translator<M extends Messages> = ReturnType<typeof createTranslator<M["de"]>>;

const LocaleContext = createContext<Locale>(DEFAULT_LOCALE);

/** Sets the language for everything rendered inside. */
export function LocaleProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
	return <LocaleContext value={locale}>{children}</LocaleContext>;
}

/** The language of the page that is being rendered. */
export function useLocale(): Locale {
	return useContext(LocaleContext);
}

/** True when the value names a language we speak (for cookies and form fields). */
export function isLocale(value: unknown): value is Locale {
	return value === "de" || value === "en";
}

const translators: Record<Locale, WeakMap<Messages, unknown>> = { de: new WeakMap(), en: new WeakMap() };

/**
 * The translator of one messages file for one language; made once and kept.
 * A missing or broken message throws when NODE_ENV is "test"; elsewhere it is logged and the German text stands in.
 */
export function textFor<const M extends Messages>(locale: Locale, messages: M): Translator<M> {
	const known = translators[locale].get(messages);
	if (known) return known as Translator<M>;
	const translate = createTranslator({
		locale,
		messages: messages[locale] as Record<string, unknown>,
		timeZone: TIME_ZONE,
		onError(error) {
			if (process.env.NODE_ENV === "test") throw error;
			console.error(`[${locale}] ${error.message}`);
		},
		getMessageFallback({ key, namespace }) {
			const path = [namespace, key].filter((part) => part !== undefined).join(".");
			return textAt(messages.de, path) ?? path;
		},
	});
	translators[locale].set(messages, translate);
	return translate as unknown as Translator<M>;
}

/** The translator of one messages file for the language of the page. */
export function useText<const M extends Messages>(messages: M): Translator<M> {
	return textFor(useLocale(), messages);
}

function textAt(tree: Tree, path: string): string | undefined {
	let here: string | Tree | undefined = tree;
	for (const part of path.split(".")) here = typeof here === "object" ? here[part] : undefined;
	return typeof here === "string" ? here : undefined;
}

function keysOf(tree: Tree, before = ""): string[] {
	return Object.entries(tree).flatMap(([key, value]) =>
		typeof value === "string" ? [before + key] : keysOf(value, `${before}${key}.`),
	);
}

/** Keys that stand in only one of the two languages, as `en: list.title`; empty when the file is complete. */
export function missingTexts(messages: Messages): string[] {
	const german = new Set(keysOf(messages.de));
	const english = new Set(keysOf(messages.en));
	return [
		...[...german].filter((key) => !english.has(key)).map((key) => `en: ${key}`),
		...[...english].filter((key) => !german.has(key)).map((key) => `de: ${key}`),
	];
}

/** A moment, or a calendar date without time as `YYYY-MM-DD` (dates of law have no time zone). */
export type DateLike = Date | string;
type DateStyle = "date" | "dateLong" | "weekday" | "dateTime" | "time";

const tags: Record<Locale, string> = { de: "de-DE", en: "en-GB" };
const dateStyles: Record<DateStyle, Intl.DateTimeFormatOptions> = {
	date: { day: "numeric", month: "numeric", year: "numeric" },
	dateLong: { day: "numeric", month: "long", year: "numeric" },
	weekday: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
	dateTime: { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" },
	time: { hour: "2-digit", minute: "2-digit" },
};

/** Day and month stay on one line: "21." at the end of a line reads like the end of a sentence. */
function dayWithMonth(date: string): string {
	return date.replace(/\b(\d{1,2}\.?) (?=\p{L})/u, "$1\u00a0");
}

function makeFormat(locale: Locale) {
	const tag = tags[locale];
	const dates = (timeZone: string) =>
		Object.fromEntries(
			Object.entries(dateStyles).map(([style, options]) => [
				style,
				new Intl.DateTimeFormat(tag, {
					...options,
					...(locale === "en" && style === "date" ? { month: "short" as const } : {}),
					timeZone,
				}),
			]),
		) as Record<DateStyle, Intl.DateTimeFormat>;
	const moments = dates(TIME_ZONE);
	const calendar = dates("UTC");
	const show = (style: DateStyle) => (value: DateLike) =>
		dayWithMonth(
			typeof value === "string" ? calendar[style].format(new Date(`${value}T00:00:00Z`)) : moments[style].format(value),
		);
	const numbers = new Intl.NumberFormat(tag);
	const euros = new Intl.NumberFormat(tag, { style: "currency", currency: "EUR" });
	const wholeEuros = new Intl.NumberFormat(tag, { style: "currency", currency: "EUR", maximumFractionDigits: 0 });
	const percents = new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: 1 });
	const sizes = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
	return {
		/** 21.11.2026 · 21 Nov 2026 */
		date: show("date"),
		/** 21. November 2026 */
		dateLong: show("dateLong"),
		/** Samstag, 21. November 2026 */
		weekday: show("weekday"),
		/** 21. November 2026 um 18:30; a calendar date has no time, so give it a moment */
		dateTime: (value: Date) => dayWithMonth(moments.dateTime.format(value)),
		/** 18:30 */
		time: (value: Date) => moments.time.format(value),
		/** 12.345,6 */
		number: (value: number | bigint) => numbers.format(value),
		/** Integer cents, exact also beyond 2^53: 123456n → 1.234,56 € */
		money: (cents: bigint) => {
			const digits = (cents < 0n ? -cents : cents).toString().padStart(3, "0");
			const text = `${cents < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
			return euros.format(text as Intl.StringNumericLiteral);
		},
		/** Integer cents of an estimate, whose cents say nothing: 15000049n → 150.000 € */
		estimate: (cents: bigint) => wholeEuros.format(cents / 100n),
		/** A share between 0 and 1: 0.125 → 12,5 % */
		percent: (share: number) => percents.format(share),
		/** Bytes: 1.500.000 → 1,5 MB */
		bytes: (bytes: number) =>
			bytes < 1000
				? `${numbers.format(bytes)} Byte`
				: bytes < 1_000_000
					? `${numbers.format(Math.round(bytes / 1000))} kB`
					: `${sizes.format(bytes / 1_000_000)} MB`,
	};
}

/** Ways to write dates, numbers, money and sizes in one language. */
export type Format = ReturnType<typeof makeFormat>;
const formats: Record<Locale, Format> = { de: makeFormat("de"), en: makeFormat("en") };

/** The ways of writing of one language (on the server, in mails and files). */
export function formatFor(locale: Locale): Format {
	return formats[locale];
}

/** The ways of writing in the language of the page. */
export function useFormat(): Format {
	return formats[useLocale()];
}
