import { type Messages, textFor, useLocale } from "~/platform/i18n";
import type { FormError } from "./error-summary";

type Refusal = { code: string; field?: string; values?: Record<string, string | number> };

/** Every domain's messages hold a sentence per refusal code, and one for "invalid". */
type WithRefusals = Messages & { de: { refusals: { invalid: string } } };

/**
 * Turns the reasons of a refusal into the sentences of a domain: all of them for the error summary, and one per field.
 * A code without a sentence reads as "invalid", never as a code.
 */
export function useProblems(
	messages: WithRefusals,
	refusals: readonly Refusal[] | undefined,
): { errors: FormError[]; at(field: string): string | undefined } {
	const say = textFor(useLocale(), messages) as unknown as {
		(key: string, values?: Record<string, string | number>): string;
		has(key: string): boolean;
	};
	const errors = (refusals ?? []).map(({ code, field, values }) => ({
		field,
		message: say(say.has(`refusals.${code}`) ? `refusals.${code}` : "refusals.invalid", values),
	}));
	return { errors, at: (field) => errors.find((error) => error.field === field)?.message };
}
