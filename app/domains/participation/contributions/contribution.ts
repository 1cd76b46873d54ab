/** Limits that the form, its texts and the command share. */
export const limits = {
	titleLeast: 5,
	titleMost: 120,
	textLeast: 10,
	textMost: 5000,
	placeMost: 200,
	nameMost: 60,
} as const;

/** How long an author has for the code, how often a code may be wrong, how many codes a draft or address may ask for. */
export const confirmation = { hours: 48, attempts: 5, codesPerDay: 5 } as const;

/** Drafts that nobody handed in are deleted after this. */
export const draftDays = 14;

/** A guest's address is deleted so long after the answer was sent or the process archived. */
export const guestAddressDays = 30;

/** What somebody contributes: an idea of their own, or a remark on a passage of a text (sub-domain texts). */
export type ContributionKind = "idea" | "annotation";

/** What has to be switched on in the process for handing this kind in. */
export function switchFor(kind: string): "contribute" | "annotate" {
	return kind === "annotation" ? "annotate" : "contribute";
}

/** Ways beside the internet in which something comes in; whoever types it in says which. */
const offlineChannels = ["paper", "phone", "counter", "event"] as const;

export function isOfflineChannel(channel: string): channel is (typeof offlineChannels)[number] {
	return (offlineChannels as readonly string[]).includes(channel);
}

export type ContributionState =
	| "draft"
	| "waiting-for-confirmation"
	| "waiting-for-moderation"
	| "published"
	| "hidden"
	| "withdrawn";

/** What the state depends on; nothing of it is stored as a state. */
export type Dated = {
	submittedAt: Date | null;
	publishedAt: Date | null;
	hiddenAt: Date | null;
	withdrawnAt: Date | null;
	/** Whether a code or link is on its way to a guest and still counts. */
	confirmationPending: boolean;
};

export function stateOf(contribution: Dated): ContributionState {
	if (contribution.withdrawnAt) return "withdrawn";
	if (contribution.hiddenAt) return "hidden";
	if (contribution.publishedAt) return "published";
	if (contribution.submittedAt) return "waiting-for-moderation";
	return contribution.confirmationPending ? "waiting-for-confirmation" : "draft";
}

export type Act =
	| "change"
	| "ask-code"
	| "hand-in"
	| "publish"
	| "hide"
	| "ask-review"
	| "withdraw"
	| "support"
	| "comment"
	| "merge"
	| "split";

const open = {
	draft: ["change", "ask-code", "hand-in"],
	"waiting-for-confirmation": ["change", "ask-code", "hand-in"],
	"waiting-for-moderation": ["change", "publish", "hide", "withdraw"],
	published: ["change", "hide", "withdraw", "support", "comment", "merge", "split"],
	hidden: ["ask-review", "withdraw"],
	withdrawn: [],
} as const satisfies Record<ContributionState, readonly Act[]>;

/** The table of what may happen in which state; there is no other entrance. */
export function mayHappen(state: ContributionState, act: Act): boolean {
	return (open[state] as readonly Act[]).includes(act);
}

/** How long an author may still change what has appeared; the earlier text stays readable. */
const changeWindow = { contributionHours: 24, commentMinutes: 60 } as const;

/** Until when a published text may still be changed by its author. */
export function changeableUntil(publishedAt: Date, what: "contribution" | "comment"): Date {
	const minutes = what === "comment" ? changeWindow.commentMinutes : changeWindow.contributionHours * 60;
	return new Date(publishedAt.getTime() + minutes * 60_000);
}

/** Whether the author may change the text now: before somebody has looked at it, and for a while after it appeared. */
export function mayStillChange(text: Dated, what: "contribution" | "comment", now: Date): boolean {
	const state = stateOf(text);
	if (!mayHappen(state, "change")) return false;
	return state !== "published" || text.publishedAt === null || now < changeableUntil(text.publishedAt, what);
}

/** Rules of moderation that a contribution can break; why it was hidden is said with one of them and a reason. */
export const moderationRules = ["insult", "personal-data", "advertising", "unlawful", "off-topic", "repeated"] as const;
export type ModerationRule = (typeof moderationRules)[number];

export type TextProblem = {
	code: "title-missing" | "title-too-short" | "title-too-long" | "text-too-short" | "text-too-long";
	field: "title" | "text";
	values: { now: number; most: number };
};

/** What is wrong with title and text, as codes with their fields; empty when nothing is. */
export function textProblems({ title, text }: { title: string; text: string }): TextProblem[] {
	const titleLength = title.trim().length;
	const textLength = text.trim().length;
	const ofTitle = { field: "title", values: { now: titleLength, most: limits.titleMost } } as const;
	const ofText = { field: "text", values: { now: textLength, most: limits.textMost } } as const;
	const checks: [TextProblem, boolean][] = [
		[{ code: "title-missing", ...ofTitle }, titleLength === 0],
		[{ code: "title-too-short", ...ofTitle }, titleLength > 0 && titleLength < limits.titleLeast],
		[{ code: "title-too-long", ...ofTitle }, titleLength > limits.titleMost],
		[{ code: "text-too-short", ...ofText }, textLength < limits.textLeast],
		[{ code: "text-too-long", ...ofText }, textLength > limits.textMost],
	];
	return checks.flatMap(([problem, found]) => (found ? [problem] : []));
}

/** A name of the author as readers see it: chosen, none, or gone. */
export type AuthorShown = { kind: "named"; name: string } | { kind: "nameless" } | { kind: "erased" };

export function authorShown(contribution: { authorName: string | null; authorErasedAt: Date | null }): AuthorShown {
	if (contribution.authorErasedAt) return { kind: "erased" };
	return contribution.authorName ? { kind: "named", name: contribution.authorName } : { kind: "nameless" };
}

/** An account younger than this brings no links into the public without somebody having looked. */
const newAccountDays = 7;

/** Whether whoever writes is new here: a guest, or somebody whose account is younger than a week. */
export function isNewcomer(accountCreatedAt: Date | null, now: Date): boolean {
	return accountCreatedAt === null || now.getTime() - accountCreatedAt.getTime() < newAccountDays * 86_400_000;
}

/**
 * Whether a person has to look at a text before it appears: when the process says so, when a guest or somebody with
 * a new account brings links along, which is how advertising comes in, and when nothing vouches for a text where the place
 * asks for it.
 */
export function waitsForModerator(given: {
	moderation: string;
	isNewcomer: boolean;
	hasLink: boolean;
	/** Neither a proof of work nor a mail vouches for it, where the place asks for that. */
	unproven?: boolean;
}): boolean {
	if (given.moderation !== "after" || (given.isNewcomer && given.hasLink)) return true;
	return given.unproven ?? false;
}
