import { type ActWorld, command } from "~/platform/act.server";
import { today } from "~/platform/calendar.server";
import type { AreaKind } from "~/platform/database/generated/enums";
import { kept } from "~/platform/database/kept.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import { administering } from "../acting.server";

type AreaWanted = {
	ownerId: string;
	kind: AreaKind;
	name: string;
	/** The body whose territory it is, where there is one. */
	bodyId?: string | null;
	parentId?: string | null;
	validFrom?: Date;
};

/**
 * Creates a territory as its owner cuts it.
 * @returns its id; refused with "area-there" when the same body's territory is listed already, "parent-gone",
 * "organisation-missing" for a body that is not there
 * @throws NotFound for an owner that is not there; Forbidden or SignInNeeded
 */
export const createArea = command(
	"organisations.create-area",
	async (
		world,
		{ ownerId, kind, name, bodyId = null, parentId = null, validFrom }: AreaWanted,
	): Promise<Outcome<{ areaId: string }, "area-there" | "parent-gone" | "organisation-missing">> => {
		const recorded = await administering(world, ownerId);
		if (bodyId && (await world.db.organisation.count({ where: { id: bodyId } })) === 0) {
			return refused("organisation-missing", { field: "body" });
		}
		if (parentId && !(await livingArea(world, ownerId, parentId))) return refused("parent-gone", { field: "parent" });
		const id = newId(world.now);
		const data = { id, ownerId, kind, name, bodyId, parentId, validFrom: validFrom ?? today(world.now) };
		const written = await kept(world.db.area.create({ data }), {
			area_body_once: { code: "area-there" as const, field: "body" },
		});
		if (!written.done) return written;
		const subject = { kind: "area", id };
		world.record({ type: "organisations.area.created", subject, ...recorded, facts: { kind, body: bodyId } });
		return done({ areaId: id });
	},
);

function livingArea({ db, now }: ActWorld, ownerId: string, id: string) {
	return db.area.findFirst({
		where: { id, ownerId, OR: [{ validUntil: null }, { validUntil: { gt: today(now) } }] },
		select: { id: true, validFrom: true },
	});
}

/** Gives a territory another name. @throws NotFound when it is not there, ended or another owner's; Forbidden, SignInNeeded */
export const renameArea = command(
	"organisations.rename-area",
	async (
		world,
		{ ownerId, areaId, name }: { ownerId: string; areaId: string; name: string },
	): Promise<Outcome<null>> => {
		const recorded = await administering(world, ownerId);
		if (!(await livingArea(world, ownerId, areaId))) throw new NotFound();
		await world.db.area.update({ where: { id: areaId }, data: { name } });
		world.record({ type: "organisations.area.renamed", subject: { kind: "area", id: areaId }, ...recorded });
		return done(null);
	},
);

/**
 * Ends a territory from the given day on; its records stay, successors lead on (merged, or cut anew).
 * @returns nothing; refused with "period-empty", "successor-gone" when one of them is not a living other area of the owner
 * @throws NotFound when it is not there, ended or another owner's; Forbidden or SignInNeeded
 */
export const endArea = command(
	"organisations.end-area",
	async (
		world,
		{
			ownerId,
			areaId,
			endsOn,
			successorIds,
		}: { ownerId: string; areaId: string; endsOn: Date; successorIds: string[] },
	): Promise<Outcome<null, "period-empty" | "successor-gone">> => {
		const { db } = world;
		const recorded = await administering(world, ownerId);
		const area = await livingArea(world, ownerId, areaId);
		if (!area) throw new NotFound();
		if (endsOn <= area.validFrom) return refused("period-empty", { field: "lastDay" });
		const successors = [...new Set(successorIds)];
		for (const id of successors) {
			if (id === areaId || !(await livingArea(world, ownerId, id))) {
				return refused("successor-gone", { field: "successors" });
			}
		}
		await db.area.update({ where: { id: areaId }, data: { validUntil: endsOn } });
		await db.areaSuccessor.createMany({ data: successors.map((successorId) => ({ areaId, successorId })) });
		const facts = { endsOn: endsOn.toISOString().slice(0, 10), successors };
		world.record({ type: "organisations.area.ended", subject: { kind: "area", id: areaId }, ...recorded, facts });
		return done(null);
	},
);
