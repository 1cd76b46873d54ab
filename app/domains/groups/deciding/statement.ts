/** What may stand beside a result: a Vorbehalt of who agreed, the opinion of who was outvoted. */
export const statementKinds = ["reservation", "minority"] as const;
export type StatementKind = (typeof statementKinds)[number];

/** What became of an objection: worked into another wording, or standing. */
export const treatments = ["integrated", "stands"] as const;
export type Treatment = (typeof treatments)[number];
