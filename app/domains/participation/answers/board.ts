/** Where a published contribution stands on its way to an answer; the first that applies. */
export const boardStates = [
	"objected",
	"waiting",
	"preparing",
	"department-answered",
	"at-department",
	"unanswered",
	"answered",
] as const;
export type BoardState = (typeof boardStates)[number];

export function isBoardState(name: string | null): name is BoardState {
	return (boardStates as readonly (string | null)[]).includes(name);
}
