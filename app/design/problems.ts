import { type Messages, textFor, useFormat, useLocale } from "~/platform/i18n";
import type { FormError } from "./error-summary";

type Refusal = { code: string; field?: string; values?: Record<string, string | number> };

/** Every domain's messages hold a sentence per refusal code, and one for "invalid". */
type WithRefusals = Messages & { de: { refusals: { invalid: string } } };

const calendarDay = /^[12]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/**
 * Turns the reasons of a refusal into the sentences of a domain: all of them for the error summary, and one per field.
 * A code without a sentence reads as "invalid", never as a code; a calendar day (`2028-12-31`) reads as people write it.
 */
export function useProblems(
	messages: WithRefusals,
	refusals: readonly Refusal[] | undefined,
): { errors: FormError[]; at(field: string): string | undefined } {
	const say = textFor(useLocale(), messages) as unknown as {
		(key: string, values?: Record<string, string | number>): string;
		has(key: string): boolean;
	};
	const { date } = useFormat();
	const readable = (value: string | number) =>
		typeof value === "string" && calendarDay.test(value) ? date(value) : value;
	const errors = (refusals ?? []).map(({ code, field, values = {} }) => ({
		field,
		message: say(
			say.has(`refusals.${code}`) ? `refusals.${code}` : "refusals.invalid",
			Object.fromEntries(Object.entries(values).map(([name, value]) => [name, readable(value)])),
		),
	}));
	return { errors, at: (field) => errors.find((error) => error.field === field)?.message };
}
