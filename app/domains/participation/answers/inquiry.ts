const dayLength = 24 * 60 * 60 * 1000;

/** The link works so many days beyond the day by which an answer is wanted. */
export const graceDays = 14;

/** Lengths in characters, and how many contributions one question may concern. */
export const inquiryLimits = {
	questionLeast: 10,
	questionMost: 4000,
	answerLeast: 5,
	answerMost: 10_000,
	officeMost: 120,
	nameMost: 120,
	contributionsMost: 100,
	/** One assessment of a list. */
	eachMost: 4000,
	/** How many contributions a mail quotes; the page behind its button shows all. */
	quotedMost: 25,
	dueDaysMost: 180,
} as const;

/** Days are midnight UTC, as the database holds them. */
export type Asked = {
	dueOn: Date;
	askedOn: Date;
	answeredAt: Date | null;
	withdrawnAt: Date | null;
	remindedAt: Date | null;
	dueRemindedAt: Date | null;
};

/** Which reminder is due today: two days before and on the day, once each; when both were missed, the later one alone. */
export function reminderDue(inquiry: Asked, today: Date): "before" | "on-the-day" | null {
	const { dueOn, askedOn } = inquiry;
	if (inquiry.answeredAt || inquiry.withdrawnAt) return null;
	// the link has ended: a reminder would lead nowhere
	if (today.getTime() > dueOn.getTime() + graceDays * dayLength) return null;
	if (today >= dueOn) return inquiry.dueRemindedAt || askedOn >= dueOn ? null : "on-the-day";
	const before = new Date(dueOn.getTime() - 2 * dayLength);
	if (today < before || inquiry.remindedAt || askedOn >= before) return null;
	return "before";
}

export type InquiryState = "open" | "late" | "answered" | "withdrawn";

export function stateOf(
	{ answeredAt, withdrawnAt, dueOn }: Pick<Asked, "answeredAt" | "withdrawnAt" | "dueOn">,
	today: Date,
): InquiryState {
	if (withdrawnAt) return "withdrawn";
	if (answeredAt) return "answered";
	return today > dueOn ? "late" : "open";
}

/** A department may write and correct until the question was taken back or everything it concerns has been answered. */
export function mayReply({ withdrawnAt, allReleased }: { withdrawnAt: Date | null; allReleased: boolean }): boolean {
	return withdrawnAt === null && !allReleased;
}
