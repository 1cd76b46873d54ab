/** A post on one day: who holds it, who of them is there, and who of these can get in. */
export type Seat = { holders: readonly string[]; present: readonly string[]; able: readonly string[] };

/** A post that may stand in, in the order in which they are asked. */
export type Deputy = { postId: string; accepted: boolean };

/** Why a post that was asked does not stand in. */
export type Lacking = { postId: string; why: "not-accepted" | "vacant" | "away" | "no-access" };

/** Who acts as a post on a day. `through`: the posts between, where a deputy is away as well. */
export type Cover =
	| { by: "holder" }
	| { by: "deputy"; postId: string; through: string[] }
	| { by: "nobody"; lacking: Lacking[] };

const nobody: Seat = { holders: [], present: [], able: [] };

function lack({ holders, present, able }: Seat): Lacking["why"] | null {
	if (holders.length === 0) return "vacant";
	if (present.length === 0) return "away";
	return able.length === 0 ? "no-access" : null;
}

/**
 * Who acts as a post: its holder if there, else the first deputy who has accepted, is there and can get in; else the deputies
 * of those who are away (A → B → C while A and B are away). A circle ends with nobody, never with somebody who is away.
 */
export function coverOf(
	postId: string,
	{ seats, deputies }: { seats: ReadonlyMap<string, Seat>; deputies: ReadonlyMap<string, readonly Deputy[]> },
): Cover {
	if ((seats.get(postId) ?? nobody).present.length > 0) return { by: "holder" };
	const lacking: Lacking[] = [];
	const asked = new Set([postId]);
	let ways: string[][] = [[postId]];
	while (ways.length > 0) {
		const further: string[][] = [];
		for (const way of ways) {
			for (const deputy of deputies.get(way.at(-1) ?? postId) ?? []) {
				if (asked.has(deputy.postId)) continue;
				if (!deputy.accepted) {
					lacking.push({ postId: deputy.postId, why: "not-accepted" });
					continue;
				}
				asked.add(deputy.postId);
				const why = lack(seats.get(deputy.postId) ?? nobody);
				if (why === null) return { by: "deputy", postId: deputy.postId, through: way.slice(1) };
				lacking.push({ postId: deputy.postId, why });
				if (why === "away" || why === "vacant") further.push([...way, deputy.postId]);
			}
		}
		ways = further;
	}
	return { by: "nobody", lacking };
}

/** Whether a post that stands in for another one would lead back to it, by these arrangements (post → its deputies). */
export function leadsBack(
	wanted: { postId: string; deputyPostId: string },
	arrangements: ReadonlyMap<string, readonly string[]>,
): boolean {
	const seen = new Set<string>();
	const ahead = [wanted.deputyPostId];
	for (let post = ahead.pop(); post !== undefined; post = ahead.pop()) {
		if (post === wanted.postId) return true;
		if (seen.has(post)) continue;
		seen.add(post);
		ahead.push(...(arrangements.get(post) ?? []));
	}
	return false;
}
