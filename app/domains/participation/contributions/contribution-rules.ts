/** What a process says about comments and support. */
export type ContributionRules = {
	/** "before": a comment appears after a person has looked at it; "after": at once. */
	commentsAppear: "before" | "after";
	/** Whether people without an account comment, with a code by mail. */
	guestsComment: boolean;
	/** Whether people without an account support, with a code by mail: once per address. */
	guestsSupport: boolean;
};

/** The rules of a process that has said nothing of its own: comments as its contributions, support with an account. */
export function defaultRules(process: { moderation: string; guestsWelcome: boolean }): ContributionRules {
	return {
		commentsAppear: process.moderation === "after" ? "after" : "before",
		guestsComment: process.guestsWelcome,
		guestsSupport: false,
	};
}
