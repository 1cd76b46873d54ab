/** What an address of CONSUL Democracy meant: the thing, and behind it what it was part of. */
export type OldThing = { kind: string; originalId: string };

const id = "(\\d{1,15})(?:-[^/]*)?";
const patterns: [RegExp, (found: string[]) => OldThing[]][] = [
	[new RegExp(`^/debates/${id}$`), ([one = ""]) => [{ kind: "debate", originalId: one }]],
	[new RegExp(`^/proposals/${id}$`), ([one = ""]) => [{ kind: "proposal", originalId: one }]],
	[new RegExp(`^/comments/${id}$`), ([one = ""]) => [{ kind: "comment", originalId: one }]],
	[
		new RegExp(`^/budgets/${id}/investments/${id}$`),
		([budget = "", one = ""]) => [
			{ kind: "investment", originalId: one },
			{ kind: "budget", originalId: budget },
		],
	],
	[
		new RegExp(`^/budgets/${id}(?:/(?:investments|results|stats|executions))?$`),
		([one = ""]) => [{ kind: "budget", originalId: one }],
	],
	[
		new RegExp(`^/legislation/processes/${id}/proposals/${id}$`),
		([process = "", one = ""]) => [
			{ kind: "legislation-proposal", originalId: one },
			{ kind: "legislation-process", originalId: process },
		],
	],
	[
		new RegExp(
			`^/legislation/processes/${id}(?:/(?:debate|draft_publication|allegations|result_publication|proposals|milestones|resume|summary))?$`,
		),
		([one = ""]) => [{ kind: "legislation-process", originalId: one }],
	],
];

/** What an old path may have meant, the nearest first; empty for what never was one. */
export function thingsAt(path: string): OldThing[] {
	const plain = path.length > 1 ? path.replace(/\/$/, "") : path;
	for (const [pattern, things] of patterns) {
		const found = pattern.exec(plain);
		if (found) return things(found.slice(1));
	}
	return [];
}
