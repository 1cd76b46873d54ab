export const replies = ["coming", "substitute", "absent"] as const;
export type Reply = (typeof replies)[number];

export function replyOf(stored: string | null): Reply | null {
	return replies.find((one) => one === stored) ?? null;
}
