/** What a hand-over sheet can be about, with the word in its address. */
export const sheetKinds = { process: "verfahren", recommendation: "empfehlung" } as const;
export type SheetKind = keyof typeof sheetKinds;

export function sheetKindIn(word: string): SheetKind | null {
	return word === sheetKinds.process ? "process" : word === sheetKinds.recommendation ? "recommendation" : null;
}

/** Whether the money stands in the budget. */
export const budgetedWords = ["full", "partly", "none"] as const;
/** Counter-financing: more revenue, something is cut, money is shifted. */
export const counterFinancings = ["more-revenue", "cut", "shift"] as const;
/** Relevance for carbon dioxide: none, less of it, more of it. */
export const climateWords = ["none", "less", "more"] as const;

/** The finance block of a council's paper as its fixed fields (Karlsruhe, Vorlage 2025/1005); amounts in cents. */
export type FinanceBlock = {
	totalCents: bigint | null;
	yearlyCents: bigint | null;
	incomingCents: bigint | null;
	revenueCents: bigint | null;
	budgeted: (typeof budgetedWords)[number] | null;
	counterFinancing: (typeof counterFinancings)[number][];
	financeNote: string | null;
	climate: (typeof climateWords)[number] | null;
	climateNote: string | null;
	companies: string | null;
};

/** Whether there is money to find: then it has to be said where from. */
export function lacksCounterFinancing(
	block: Pick<FinanceBlock, "totalCents" | "yearlyCents" | "budgeted" | "counterFinancing" | "financeNote">,
): boolean {
	const costs = (block.totalCents ?? 0n) > 0n || (block.yearlyCents ?? 0n) > 0n;
	const open = block.budgeted === "partly" || block.budgeted === "none";
	return costs && open && block.counterFinancing.length === 0 && !block.financeNote?.trim();
}
