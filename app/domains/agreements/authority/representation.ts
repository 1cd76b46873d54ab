/** One way to be represented: so many of these posts together, the mandatory ones among them. */
export type Alternative = { count: number; posts: readonly string[]; mandatory: readonly string[] };

/** A post that has signed, and who it was. */
export type Signed = { postId: string; personId: string };

type Problem = "count-invalid" | "mandatory-elsewhere" | "mandatory-too-many";

/** What is wrong with an alternative; empty when it can be met by somebody. */
export function alternativeProblems({ count, posts, mandatory }: Alternative): Problem[] {
	const problems: Problem[] = [];
	if (!Number.isInteger(count) || count < 1 || count > new Set(posts).size) problems.push("count-invalid");
	if (mandatory.some((post) => !posts.includes(post))) problems.push("mandatory-elsewhere");
	if (new Set(mandatory).size > count) problems.push("mandatory-too-many");
	return problems;
}

/**
 * Whether those who signed represent their organisation: one alternative is met by as many different people, each counted
 * once however many posts they hold (behaviours 59, 60). Without alternatives every named post signs.
 * @param named the posts that have a slot
 */
export function isRepresented(
	alternatives: readonly Alternative[],
	named: readonly string[],
	signed: readonly Signed[],
): boolean {
	if (alternatives.length === 0) {
		return named.length > 0 && named.every((post) => signed.some(({ postId }) => postId === post));
	}
	return alternatives.some((alternative) => isMet(alternative, signed));
}

function isMet({ count, posts, mandatory }: Alternative, signed: readonly Signed[]): boolean {
	const counted = signed.filter(({ postId }) => posts.includes(postId));
	const chosen = new Set<string>();
	for (const post of new Set(mandatory)) {
		const signing = counted.find(({ postId, personId }) => postId === post && !chosen.has(personId));
		if (!signing) return false;
		chosen.add(signing.personId);
	}
	const others = new Set(counted.map(({ personId }) => personId));
	return new Set([...chosen, ...others]).size >= count;
}

/** Whether the named posts could meet the rule at all, if each were held by somebody else. */
export function canRepresent(alternatives: readonly Alternative[], named: readonly string[]): boolean {
	return isRepresented(
		alternatives,
		named,
		named.map((postId) => ({ postId, personId: postId })),
	);
}
