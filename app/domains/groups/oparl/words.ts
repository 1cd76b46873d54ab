import type { BodyKind } from "../charter/charter";
import type { DecisionKind } from "../recommendations/life";

/** What is served is read by programs of German administrations, so its words are German whoever asks. */

/** How a group stands to deciding: of the words that OParl 1.1 proposes for `classification`. */
export const classifications = {
	informal: "AG",
	advisory: "Projektbeirat",
	deciding: "Kommission",
} as const satisfies Record<BodyKind, string>;

export const bodyKindWords = {
	informal: "informell",
	advisory: "beratend",
	deciding: "beschließend",
} as const satisfies Record<BodyKind, string>;

export const functionWords: Record<string, string> = {
	chair: "Vorsitz",
	deputy: "Stellvertretender Vorsitz",
	member: "Mitglied",
	substitute: "Stellvertretendes Mitglied",
};

export const benchWords: Record<string, string> = {
	administration: "Verwaltung",
	politics: "Politik",
	advisory: "Beiräte",
	citizens: "Bürgerschaft",
};

/** Only what a body decides whose charter calls it deciding is a "Beschluss" (areas/working-groups.md, invariant 9). */
export const kindWords = {
	recommendation: { paper: "Empfehlung", role: "Empfehlung", adopted: "empfohlen", rejected: "nicht empfohlen" },
	consensus: { paper: "Konsens", role: "Empfehlung", adopted: "angenommen", rejected: "abgelehnt" },
	statement: { paper: "Stellungnahme", role: "Stellungnahme", adopted: "angenommen", rejected: "abgelehnt" },
	noted: { paper: "Kenntnisnahme", role: "Kenntnisnahme", adopted: "zur Kenntnis genommen", rejected: "abgelehnt" },
	resolution: { paper: "Beschluss", role: "Entscheidung", adopted: "angenommen", rejected: "abgelehnt" },
} as const satisfies Record<DecisionKind, object>;

/** The result of a certified vote in a word, or undefined where there is none. */
export function resultWord(kind: DecisionKind, result: string | null): string | undefined {
	if (result === "not-decided") return "nicht entschieden";
	return result === "adopted" || result === "rejected" ? kindWords[kind][result] : undefined;
}
