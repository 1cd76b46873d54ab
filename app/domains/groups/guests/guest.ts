type Access = { validUntil: Date; revokedAt: Date | null };

/** Where a guest's access stands on a day: everything a guest opens, answers or is told of asks this. */
export function accessOn({ validUntil, revokedAt }: Access, today: Date): "valid" | "over" | "revoked" {
	if (revokedAt) return "revoked";
	return validUntil <= today ? "over" : "valid";
}

type Items = { agenda: readonly { id: string; isPublic: boolean }[]; isPublic: boolean };

/**
 * Which items of a meeting a guest learns of: those they were named for, and what everybody may know. Who was invited to the
 * meeting as a whole, and to no item of it, learns of all that are not closed.
 * @param named ids of the items to which the guest was invited, of any meeting
 */
export function itemsForGuest<Item extends Items["agenda"][number]>(
	{ agenda, isPublic }: { agenda: readonly Item[]; isPublic: boolean },
	named: ReadonlySet<string>,
): Item[] {
	const whole = !agenda.some(({ id }) => named.has(id));
	return agenda.filter((item) => named.has(item.id) || (item.isPublic && (isPublic || whole)));
}
