export const writtenAnswers = ["yes", "no", "abstain", "object"] as const;
export type WrittenChoice = (typeof writtenAnswers)[number];

export function writtenChoiceOf(stored: string): WrittenChoice {
	const known = writtenAnswers.find((one) => one === stored);
	if (!known) throw new Error(`no written answer is called ${stored}`);
	return known;
}

type Answer = { membershipId: string; answer: string };

/** One objection to the procedure takes the item out of it, whoever objects and whatever the others answered. */
export function isObjectedTo(answers: readonly Answer[]): boolean {
	return answers.some(({ answer }) => writtenChoiceOf(answer) === "object");
}

/** Whether every seat has answered in writing. */
export function allAnswered(seatIds: readonly string[], answers: readonly Answer[]): boolean {
	return seatIds.every((id) => answers.some(({ membershipId }) => membershipId === id));
}

/** The votes by bench that follow from the answers. */
export function votesByBench(
	seats: readonly { id: string; benchKind: string }[],
	answers: readonly Answer[],
): { bench: string; yes: number; no: number; abstain: number }[] {
	return [...Map.groupBy(seats, ({ benchKind }) => benchKind)].map(([bench, of]) => {
		const count = (wanted: WrittenChoice) =>
			answers.filter(({ membershipId, answer }) => answer === wanted && of.some(({ id }) => id === membershipId))
				.length;
		return { bench, yes: count("yes"), no: count("no"), abstain: count("abstain") };
	});
}
