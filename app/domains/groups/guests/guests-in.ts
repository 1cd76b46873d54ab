type Invited = {
	id: string;
	guest: { name: string; revokedAt: Date | null; items: readonly { agendaItemId: string }[] } | null;
	capacity: string | null;
	arrivedAt: Date | null;
	leftAt: Date | null;
};
type Meeting = { invitations: readonly Invited[]; agenda: readonly { id: string; position: number }[] };

/**
 * The guests of a meeting, as its page, its running and its minutes list them: those invited whose access was not revoked, and
 * everybody who was there.
 * @returns name null where it was forgotten; numbers of the items for which they come
 */
export function guestsIn({ invitations, agenda }: Meeting) {
	return invitations.flatMap(({ id, guest, capacity, arrivedAt, leftAt }) => {
		if (!guest || (guest.revokedAt && !arrivedAt)) return [];
		const named = new Set(guest.items.map(({ agendaItemId }) => agendaItemId));
		return [
			{
				id,
				name: guest.name || null,
				reporting: capacity === "reporting",
				items: agenda.filter((item) => named.has(item.id)).map(({ position }) => position),
				arrivedAt,
				leftAt,
			},
		];
	});
}
