/** Kinds of organisation that are founded in the house; all others come from the official register. */
export const foundedKinds = ["OFFICE", "REGISTERED_ASSOCIATION", "MUNICIPAL_COMPANY", "AGENCY"] as const;
export type FoundedKind = (typeof foundedKinds)[number];
