type Dated = { begunAt: Date | null; heldAt: Date | null; cancelledAt: Date | null };

/** Whether the items of an agenda can still change their places: until the meeting begins, or is sent out in writing. */
export function mayMoveItems({ begunAt, heldAt, cancelledAt }: Dated): boolean {
	return !begunAt && !heldAt && !cancelledAt;
}

/** The item with which another changes places, or null at the end of the list. */
export function neighbourOf<Item extends { id: string; position: number }>(
	items: readonly Item[],
	id: string,
	direction: "up" | "down",
): Item | null {
	const ordered = items.toSorted((one, other) => one.position - other.position);
	const index = ordered.findIndex((item) => item.id === id);
	if (index < 0) return null;
	return ordered[index + (direction === "up" ? -1 : 1)] ?? null;
}
