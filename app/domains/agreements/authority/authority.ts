/** What a post may commit its organisation to. Days as `YYYY-MM-DD`, periods half-open; cents; null: without limit. */
export type Authority = {
	id: string;
	postId: string;
	validFrom: string;
	validUntil: string | null;
	revokedAt: Date | null;
	limit: bigint | null;
};

export type AuthorityWord =
	| { may: true; authorityId: string | null }
	| { may: false; code: "authority-missing" }
	| { may: false; code: "amount-limit"; limit: bigint; others: string[] };

/**
 * Whether a post may sign for this amount at this moment. Where no authorities are kept for an organisation the post itself is
 * enough; once one is kept, every post needs its own that counts now (behaviours 57, 58).
 * @param amount what the party bears over all years, in cents
 * @returns the authority that it rests on, or why not: `others` are the posts that may
 */
export function authorityFor(
	kept: readonly Authority[],
	{ postId, amount, day, now }: { postId: string; amount: bigint; day: string; now: Date },
): AuthorityWord {
	if (kept.length === 0) return { may: true, authorityId: null };
	const counting = kept.filter(
		({ validFrom, validUntil, revokedAt }) =>
			validFrom <= day && (validUntil === null || day < validUntil) && (revokedAt === null || now < revokedAt),
	);
	const enough = counting.filter(({ limit }) => limit === null || amount <= limit);
	const own = enough.find((authority) => authority.postId === postId);
	if (own) return { may: true, authorityId: own.id };
	const limits = counting.flatMap((one) => (one.postId === postId && one.limit !== null ? [one.limit] : []));
	const highest = limits.reduce<bigint | null>((most, limit) => (most === null || limit > most ? limit : most), null);
	if (highest === null) return { may: false, code: "authority-missing" };
	return { may: false, code: "amount-limit", limit: highest, others: [...new Set(enough.map((one) => one.postId))] };
}
