import { textProblems } from "../contributions/contribution";

/** How a concern came to the guide → how the contribution came. */
export const channelOf = {
	FORM: "online",
	MAIL: "online",
	PHONE: "phone",
	EVENT: "event",
	OFFICE_DAY: "counter",
	MUNICIPALITY: "counter",
} as const;

export type Carried = {
	title: string;
	text: string;
	category: string | null;
	/** The asker agreed when asked by the guide. */
	agreed: boolean;
	nameIsPublic: boolean;
};

/** The concern as far as it counts for carrying it on. */
export type ToCarry = { state: string; mayBePublic: boolean; askerName: string | null };

export type CarryRefusal =
	| ReturnType<typeof textProblems>[number]["code"]
	| "clarify-first"
	| "concern-over"
	| "consent-missing"
	| "name-missing"
	| "category-unknown";

type Problem = { code: CarryRefusal; field?: keyof Carried; values?: { now: number; most: number } };

/** Why a concern cannot be given into a process so, as codes with their fields; empty when it can. */
export function carryProblems(concern: ToCarry, input: Carried, categories: readonly string[]): Problem[] {
	if (concern.state === "CLOSED") return [{ code: "concern-over" }];
	if (concern.state === "CAPTURED" || concern.state === "CLARIFIED") return [{ code: "clarify-first" }];
	return [
		...textProblems(input),
		...(input.category !== null && !categories.includes(input.category)
			? [{ code: "category-unknown" as const, field: "category" as const }]
			: []),
		...(concern.mayBePublic || input.agreed ? [] : [{ code: "consent-missing" as const, field: "agreed" as const }]),
		...(input.nameIsPublic && !concern.askerName
			? [{ code: "name-missing" as const, field: "nameIsPublic" as const }]
			: []),
	];
}
