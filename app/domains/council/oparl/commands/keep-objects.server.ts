import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { type ActWorld, command } from "~/platform/act.server";
import type { Prisma } from "~/platform/database/generated/client";
import { done, Forbidden, type Outcome, refused } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import type { ReadObject } from "../read-object";

export type Kept = { added: number; changed: number; deleted: number; unchanged: number };

/**
 * Keeps what one page brought, each object with its checksum. Deleted objects stay with what they said before. Of two wordings of
 * one object the later modified one counts, and within one reading the first of equals, so that a system that contradicts itself
 * does not change from night to night.
 * @param beganAt moment at which this reading began
 * @returns how many were added, changed, deleted; refused with "nothing-changed" when there is nothing to keep
 */
export const keepObjects = command(
	"council.keep-objects",
	async (
		world: ActWorld,
		input: { systemId: string; organisationId: string; beganAt: Date; objects: readonly ReadObject[] },
	): Promise<Outcome<Kept, "nothing-changed">> => {
		const { db, actor, now } = world;
		if (actor.kind !== "house") throw new Forbidden();
		const { systemId, organisationId, beganAt } = input;
		const objects = onceEach(input.objects);
		const rows = await db.oparlObject.findMany({
			where: { systemId, oparlId: { in: objects.map(({ id }) => id) } },
			select: { id: true, oparlId: true, hash: true, modified: true, deleted: true, changedAt: true },
		});
		const known = new Map(rows.map((row) => [row.oparlId, row]));
		const added: Prisma.OparlObjectCreateManyInput[] = [];
		const kept: Kept = { added: 0, changed: 0, deleted: 0, unchanged: 0 };
		for (const object of objects) {
			const values = valuesOf(object);
			const row = known.get(object.id);
			if (!row) {
				added.push({
					id: newId(now),
					systemId,
					oparlId: object.id,
					...values,
					deleted: object.deleted,
					firstReadAt: now,
					changedAt: beganAt,
				});
			} else if (object.deleted && !row.deleted) {
				await db.oparlObject.update({
					where: { id: row.id },
					data: { deleted: true, modified: values.modified ?? row.modified, changedAt: beganAt },
				});
				kept.deleted += 1;
			} else if (object.deleted || (values.hash === row.hash && !row.deleted) || !isLater(values, row, beganAt)) {
				kept.unchanged += 1;
			} else {
				await db.oparlObject.update({
					where: { id: row.id },
					data: { ...values, deleted: false, changedAt: beganAt },
				});
				kept.changed += 1;
			}
		}
		await db.oparlObject.createMany({ data: added });
		kept.added = added.length;
		if (kept.added + kept.changed + kept.deleted === 0) return refused("nothing-changed");
		world.record({
			type: "council.oparl.kept",
			subject: { kind: "organisation", id: organisationId },
			ownerId: organisationId,
			facts: { system: systemId, added: kept.added, changed: kept.changed, deleted: kept.deleted },
		});
		return done(kept);
	},
);

/** Each object once; the later modified one of two, the first of equals. */
function onceEach(objects: readonly ReadObject[]): ReadObject[] {
	const once = new Map<string, ReadObject>();
	for (const object of objects) {
		const other = once.get(object.id);
		if (!other || (modifiedOf(object)?.getTime() ?? 0) > (modifiedOf(other)?.getTime() ?? 0))
			once.set(object.id, object);
	}
	return [...once.values()];
}

function modifiedOf({ data }: ReadObject): Date | null {
	const moment = typeof data.modified === "string" ? new Date(data.modified) : null;
	return moment && !Number.isNaN(moment.getTime()) ? moment : null;
}

function valuesOf(object: ReadObject) {
	const { type, data } = object;
	const text = (value: unknown) => (typeof value === "string" && value !== "" ? value.slice(0, 500) : null);
	return {
		type,
		name: text(data.name) ?? text(data.description),
		reference: text(data.reference),
		data: data as Prisma.InputJsonObject,
		hash: hashOf({ type, ...data }),
		modified: modifiedOf(object),
	};
}

/** SHA-256 over canonical JSON (RFC 8785), in hex. */
export function hashOf(value: object): string {
	return createHash("sha256")
		.update(canonicalize(value) ?? "")
		.digest("hex");
}

function isLater(
	values: { modified: Date | null },
	row: { modified: Date | null; changedAt: Date },
	beganAt: Date,
): boolean {
	if (values.modified && row.modified && values.modified < row.modified) return false;
	const sameMoment = values.modified?.getTime() === row.modified?.getTime();
	return !(sameMoment && row.changedAt.getTime() === beganAt.getTime());
}
