import type { ActWorld } from "~/platform/act.server";
import type { StoredDate } from "~/platform/calendar.server";
import type { HandOverItemKind } from "~/platform/database/generated/enums";
import { newId } from "~/platform/tokens.server";
import { type OpenWork, placeParts } from "../../composition.server";
import { stored } from "../../days.server";
import { keptPrivateBy } from "../queries/kept-private.server";

type Recorded = { ownerId: string; postId?: string | null; onBehalfOfId?: string | null };

/** What is open at a post and, where it is about a person, what that person does. */
export async function openWorkOf(
	world: ActWorld,
	of: { postId: string; personId: string | null },
): Promise<OpenWork[]> {
	const lists = await Promise.all(placeParts().map((part) => part.openWork?.(world, of) ?? []));
	return lists.flat();
}

/** Writes what is open into a hand-over; what stands in it already stays as it is. @returns how many were added */
export async function addWork(world: ActWorld, handOverId: string, work: readonly OpenWork[]): Promise<number> {
	const { count } = await world.db.handOverItem.createMany({
		data: work.map(({ kind, subject, dueOn }) => ({
			id: newId(world.now),
			handOverId,
			kind,
			subjectKind: subject.kind,
			subjectId: subject.id,
			dueOn: dueOn === null ? null : stored(dueOn),
			createdAt: world.now,
		})),
		skipDuplicates: true,
	});
	return count;
}

/**
 * Opens the hand-over of a holding that ends, with all that is open at the post. Called inside the act that ends it. With
 * nothing open but personal notes of who leaves it is complete at once: it is how they are told of them.
 * @param effectiveOn the first day after the holding
 * @returns its id, or null when nothing is open and nothing is theirs alone
 */
export async function openDeparture(
	world: ActWorld,
	of: { postId: string; holdingId: string; personId: string; effectiveOn: StoredDate; recorded: Recorded },
): Promise<string | null> {
	const { postId, holdingId, personId, effectiveOn, recorded } = of;
	const work = await openWorkOf(world, { postId, personId });
	const before = await world.db.handOver.findUnique({ where: { holdingId }, select: { id: true } });
	if (before) {
		const added = await addWork(world, before.id, work);
		const reopened = added > 0 ? { completedAt: null } : {};
		await world.db.handOver.update({ where: { id: before.id }, data: { effectiveOn, ...reopened } });
		return before.id;
	}
	const { ownerId } = recorded;
	if (work.length === 0 && (await keptPrivateBy(world, { postId, personId, ownerId })) === 0) return null;
	const id = newId(world.now);
	await world.db.handOver.create({
		data: {
			id,
			ownerId,
			cause: "DEPARTURE",
			fromPostId: postId,
			toPostId: postId,
			fromPersonId: personId,
			holdingId,
			effectiveOn,
			createdAt: world.now,
			completedAt: work.length === 0 ? world.now : null,
		},
	});
	await addWork(world, id, work);
	const facts = { cause: "DEPARTURE", from: postId, to: postId, items: work.length };
	world.record({ type: "organisations.hand-over.opened", subject: { kind: "hand-over", id }, ...recorded, facts });
	return id;
}

/**
 * Proposes that a post takes things over from another one, from a day on: nothing moves before it is accepted. Called inside
 * the act that changes who answers.
 */
export async function proposeHandOver(
	world: ActWorld,
	of: {
		fromPostId: string;
		toPostId: string;
		effectiveOn: StoredDate;
		kind: HandOverItemKind;
		subjects: readonly { kind: string; id: string }[];
		recorded: Recorded;
	},
): Promise<string> {
	const { fromPostId, toPostId, effectiveOn, kind, subjects, recorded } = of;
	const id = newId(world.now);
	await world.db.handOver.create({
		data: {
			id,
			ownerId: recorded.ownerId,
			cause: "PLAN_CHANGE",
			fromPostId,
			toPostId,
			effectiveOn,
			createdAt: world.now,
		},
	});
	await addWork(
		world,
		id,
		subjects.map((subject) => ({ kind, subject, dueOn: null })),
	);
	const facts = { cause: "PLAN_CHANGE", from: fromPostId, to: toPostId, items: subjects.length };
	world.record({ type: "organisations.hand-over.opened", subject: { kind: "hand-over", id }, ...recorded, facts });
	return id;
}
