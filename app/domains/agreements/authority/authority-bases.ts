/** What an authority to sign rests on. */
export const authorityBases = ["law", "statutes", "power-of-attorney"] as const;
export type AuthorityBasis = (typeof authorityBases)[number];
