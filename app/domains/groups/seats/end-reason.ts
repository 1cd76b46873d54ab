/** Why a membership ended. */
export const endReasons = ["resigned", "recalled", "moved", "term-over", "other"] as const;
export type EndReason = (typeof endReasons)[number];
