import { z } from "zod";
import { centsFrom } from "../processes/index";
import { budgetedWords, climateWords, counterFinancings } from "./sheet";

const line = (most: number) => z.string().trim().max(most, "too-long").default("");
const amount = z
	.string()
	.trim()
	.regex(/^(\d{1,3}(\.\d{3}){1,3}|\d{1,12})?(,\d{1,2})?$/, "money-unreadable")
	.default("");
const oneOf = <Words extends readonly [string, ...string[]]>(words: Words) =>
	z.union([z.literal("").transform(() => null), z.enum(words)]).default(null);

export const sheetForm = z.object({
	body: z.string("body-missing").trim().min(2, "body-missing").max(120, "too-long"),
	sessionOn: z.union([z.literal(""), z.string().regex(/^\d{4}-\d{2}-\d{2}$/)], "day-unknown").default(""),
	paperNumber: line(60),
	about: z.string("about-missing").trim().min(1, "about-missing").max(5000, "too-long"),
	proposal: z.string("proposal-missing").trim().min(1, "proposal-missing").max(5000, "too-long"),
	deviation: line(5000),
	total: amount,
	yearly: amount,
	incoming: amount,
	revenue: amount,
	budgeted: oneOf(budgetedWords),
	counterFinancing: z.array(z.enum(counterFinancings)).default([]),
	financeNote: line(2000),
	climate: oneOf(climateWords),
	climateNote: line(1000),
	companies: line(1000),
	revision: z.coerce.number().int().min(0),
});

/** What the act takes, from what the form holds. */
export function sheetFrom({ total, yearly, incoming, revenue, ...rest }: z.output<typeof sheetForm>) {
	return {
		...rest,
		totalCents: centsFrom(total),
		yearlyCents: centsFrom(yearly),
		incomingCents: centsFrom(incoming),
		revenueCents: centsFrom(revenue),
	};
}
