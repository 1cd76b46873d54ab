/** What is known of a process when it is measured against the guidelines; days are counted, nothing is guessed. */
export type CheckFacts = {
	/** Taken over from another platform: when it was announced there is not known. */
	isImported: boolean;
	publishedAt: Date | null;
	/** When people could first take part. */
	opensAt: Date | null;
	hasDeputy: boolean;
	guestsWelcome: boolean;
	/** Ways by which something came in, and events. */
	ways: number;
	hasEasyLanguage: boolean;
	published: number;
	answered: number;
	/** Surveys that were answered, and of those the ones with a result note. */
	surveys: { answered: number; told: number };
	/** Events that took place, and of those the ones with minutes, and with notes on accessibility. */
	events: { held: number; minutes: number; accessible: number };
	/** Points of the Beteiligungs-Check and principles of the self-evaluation that are filled in, of ten. */
	checked: number;
	assessed: number;
	reportPublished: boolean;
};

export const checkKeys = [
	"frame",
	"announced",
	"deputy",
	"access",
	"ways",
	"easy-language",
	"accessible",
	"check",
	"answered",
	"results-told",
	"minutes",
	"assessed",
	"report",
] as const;
export type CheckKey = (typeof checkKeys)[number];

/** `none`: there was nothing to be done, or it cannot be known. */
export type CheckResult = { key: CheckKey; result: "yes" | "partly" | "no" | "none" };

/** Announced in time: at least so many days before people could take part. */
const announcedDays = 7;
const day = 24 * 60 * 60 * 1000;

function share(have: number, of: number): CheckResult["result"] {
	if (of === 0) return "none";
	return have >= of ? "yes" : have > 0 ? "partly" : "no";
}

/** The checklist of the guidelines (participation.md, "Evaluation") as far as the house itself can tell. */
export function checklist(facts: CheckFacts): CheckResult[] {
	const { publishedAt, opensAt } = facts;
	const known = !facts.isImported && publishedAt !== null && opensAt !== null;
	const ahead = known ? opensAt.getTime() - publishedAt.getTime() : 0;
	const yes = (holds: boolean) => (holds ? "yes" : "no");
	const results: Record<CheckKey, CheckResult["result"]> = {
		frame: known ? yes(ahead >= 0) : "none",
		announced: known ? yes(ahead >= announcedDays * day) : "none",
		deputy: yes(facts.hasDeputy),
		access: yes(facts.guestsWelcome),
		ways: yes(facts.ways > 1),
		"easy-language": yes(facts.hasEasyLanguage),
		accessible: share(facts.events.accessible, facts.events.held),
		check: share(facts.checked, 10),
		answered: share(facts.answered, facts.published),
		"results-told": share(facts.surveys.told, facts.surveys.answered),
		minutes: share(facts.events.minutes, facts.events.held),
		assessed: share(facts.assessed, 10),
		report: yes(facts.reportPublished),
	};
	return checkKeys.map((key) => ({ key, result: results[key] }));
}
