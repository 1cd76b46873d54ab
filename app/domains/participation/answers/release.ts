export type AnswerState = "draft" | "sent-back" | "waiting" | "released";

/** What the state depends on; nothing of it is stored as a state. */
export type Prepared = {
	revision: number;
	releasedRevision: number | null;
	releaseAskedAt: Date | null;
	sentBackAt: Date | null;
};

/** draft → waiting → released; sent back is a draft with a remark. A correction begins as a draft again. */
export function stateOf(answer: Prepared): AnswerState {
	if (answer.releasedRevision === answer.revision) return "released";
	if (answer.releaseAskedAt) return "waiting";
	return answer.sentBackAt ? "sent-back" : "draft";
}

export type AnswerAct = "change" | "ask-release" | "take-back" | "send-back" | "release" | "correct" | "discard";

const open = {
	draft: ["change", "ask-release", "discard"],
	"sent-back": ["change", "ask-release", "discard"],
	waiting: ["take-back", "send-back", "release"],
	released: ["correct"],
} as const satisfies Record<AnswerState, readonly AnswerAct[]>;

/** The table of what may happen in which state; there is no other entrance. */
export function mayHappen(state: AnswerState, act: AnswerAct): boolean {
	return (open[state] as readonly AnswerAct[]).includes(act);
}
