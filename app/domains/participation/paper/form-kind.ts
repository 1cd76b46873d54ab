/** What one can write by hand: something of one's own, on a text, on what somebody else wrote. */
export const formKinds = ["idea", "annotation", "comment"] as const;
export type FormKind = (typeof formKinds)[number];
