import { personIdOf } from "~/platform/actor";
import { inForce, today } from "~/platform/calendar.server";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import type { GivenGroup } from "../policy.server";

/** The reader's own functions today, by group; nothing for guests. */
export async function functionsOf(view: View, groupIds: readonly string[]): Promise<Map<string, string[]>> {
	const personId = personIdOf(view.actor);
	if (!personId) return new Map();
	const rows = await view.db.groupMembership.findMany({
		where: { personId, groupId: { in: [...groupIds] }, ...inForce(today(view.now)) },
		select: { groupId: true, function: true },
	});
	return new Map(rows.map((row) => [row.groupId, [row.function]]));
}

const selection = {
	id: true,
	organisationId: true,
	slug: true,
	code: true,
	name: true,
	mandate: true,
	mandateText: true,
	rule: true,
	isPublic: true,
	validFrom: true,
	validUntil: true,
	reviewOn: true,
	invitationDays: true,
	organisation: { select: { shortName: true, space: { select: { slug: true, name: true, openedAt: true } } } },
	benches: { select: { kind: true, minSeats: true, maxSeats: true } },
} as const;

type Row = NonNullable<Awaited<ReturnType<typeof rowOf>>>;
export type FoundGroup = Row & GivenGroup & { place: { slug: string; name: string } };

function rowOf(view: View, id: string) {
	return view.db.workingGroup.findUnique({ where: { id }, select: selection });
}

/** Whether the owner has an open place at this moment. */
export function isOpen(space: { openedAt: Date } | null, now: Date): boolean {
	return space !== null && space.openedAt <= now;
}

async function found(view: View, row: Row): Promise<FoundGroup> {
	const { space, shortName } = row.organisation;
	const functions = (await functionsOf(view, [row.id])).get(row.id) ?? [];
	return {
		...row,
		functions,
		spaceIsOpen: isOpen(space, view.now),
		place: { slug: space?.slug ?? "", name: space?.name ?? shortName },
	};
}

/** A group by its id, whoever asks; the caller asks the policy. @throws NotFound */
export async function groupById(view: View, id: string): Promise<FoundGroup> {
	const row = await rowOf(view, id);
	if (!row) throw new NotFound();
	return found(view, row);
}

/** A group at its place, whoever asks; the caller asks the policy. @throws NotFound */
export async function groupAt(view: View, at: { place: string; group: string }): Promise<FoundGroup> {
	const row = await view.db.workingGroup.findFirst({
		where: { slug: at.group, organisation: { space: { slug: at.place } } },
		select: selection,
	});
	if (!row) throw new NotFound();
	return found(view, row);
}
