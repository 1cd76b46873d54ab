import type { Switch } from "../processes/phase";

/** What one can write by hand: something of one's own, on a text, on what somebody else wrote. */
export const formKinds = ["idea", "annotation", "comment"] as const;
export type FormKind = (typeof formKinds)[number];

/** What has to be switched on in the process for it. */
export const switchOf = {
	idea: "contribute",
	annotation: "annotate",
	comment: "comment",
} as const satisfies Record<FormKind, Switch>;
