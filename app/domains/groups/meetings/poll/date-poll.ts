export const slotAnswers = ["yes", "if-needed", "no"] as const;
export type SlotAnswer = (typeof slotAnswers)[number];

export function slotAnswerOf(stored: string): SlotAnswer {
	const known = slotAnswers.find((one) => one === stored);
	if (!known) throw new Error(`no answer to a date is called ${stored}`);
	return known;
}

/** How many of those who were asked can come at one of the times. */
export type SlotCount = { slotId: string; yes: number; ifNeeded: number; no: number; silent: number };

/** What was answered to each time; who has not answered is silent. */
export function countSlots(
	slotIds: readonly string[],
	answers: readonly { slotId: string; answer: string }[],
	asked: number,
): SlotCount[] {
	return slotIds.map((slotId) => {
		const of = (wanted: SlotAnswer) =>
			answers.filter((one) => one.slotId === slotId && slotAnswerOf(one.answer) === wanted).length;
		const [yes, ifNeeded, no] = [of("yes"), of("if-needed"), of("no")];
		return { slotId, yes, ifNeeded, no, silent: asked - yes - ifNeeded - no };
	});
}

/** The times at which most can come: first the most who can at all, then the most who like to. Empty when nobody can. */
export function bestSlots(counts: readonly SlotCount[]): string[] {
	const can = Math.max(0, ...counts.map(({ yes, ifNeeded }) => yes + ifNeeded));
	const among = counts.filter(({ yes, ifNeeded }) => can > 0 && yes + ifNeeded === can);
	const like = Math.max(0, ...among.map(({ yes }) => yes));
	return among.filter(({ yes }) => yes === like).map(({ slotId }) => slotId);
}

export type PollState = "open" | "over" | "fixed" | "given-up";

/** `over`: the last day for answers has passed, and nothing is fixed yet. */
export function pollState(
	{ closedAt, meetingId, answerUntil }: { closedAt: Date | null; meetingId: string | null; answerUntil: Date },
	today: Date,
): PollState {
	if (meetingId) return "fixed";
	if (closedAt) return "given-up";
	return answerUntil < today ? "over" : "open";
}

export type GuestLine = { name: string; email: string };

/**
 * Guests as they are typed, one a line: „Name, adresse@example.org“ or „Name <adresse@example.org>“.
 * @returns null when a line is none
 */
export function readGuests(text: string, addressOf: (text: string) => string | null): GuestLine[] | null {
	const guests: GuestLine[] = [];
	for (const line of text.split(/\r?\n/).map((one) => one.trim())) {
		if (line === "") continue;
		const [, name = "", address = ""] = /^(.*?)[\s,;<]+([^\s,;<>]+@[^\s,;<>]+)>?$/.exec(line) ?? [];
		const email = addressOf(address);
		if (!email || name.trim().length < 2 || name.length > 120) return null;
		guests.push({ name: name.trim(), email });
	}
	return guests;
}
