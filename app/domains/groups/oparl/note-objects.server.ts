import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { type ActWorld, command } from "~/platform/act.server";
import { done, Forbidden, type Outcome, refused } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { noteBody } from "./house-objects.server";
import { publicObjects } from "./objects.server";
import type { PublicObject } from "./public-object.server";

export function hashOf({ data }: Pick<PublicObject, "data">): string {
	return createHash("sha256")
		.update(canonicalize(data) ?? "")
		.digest("hex");
}

/** Notes what appeared, changed and went since the last time, so that readers who ask for changes are told. */
const noteObjects = command(
	"groups.note-served-objects",
	async (world: ActWorld, _input: null): Promise<Outcome<number, "nothing-changed">> => {
		const { db, actor, now } = world;
		if (actor.kind !== "house") throw new Forbidden();
		const objects = await publicObjects(world);
		const rows = await db.servedObject.findMany({
			select: { type: true, key: true, hash: true, deletedAt: true, organisationId: true },
		});
		const nameOf = ({ type, key }: { type: string; key: string }) => `${type} ${key}`;
		const known = new Map(rows.map((row) => [nameOf(row), row]));
		const changes = new Map<string, number>();
		const count = (organisationId: string) => changes.set(organisationId, (changes.get(organisationId) ?? 0) + 1);
		const added = [];
		for (const object of objects) {
			const { type, key, organisationId } = object;
			const hash = hashOf(object);
			const row = known.get(nameOf(object));
			known.delete(nameOf(object));
			if (row && row.hash === hash && row.deletedAt === null) continue;
			count(organisationId);
			if (!row) added.push({ type, key, organisationId, hash, createdAt: now, modifiedAt: now });
			else {
				const data = { hash, modifiedAt: now, deletedAt: null };
				await db.servedObject.update({ where: { type_key: { type, key } }, data });
			}
		}
		await db.servedObject.createMany({ data: added });
		for (const { type, key, deletedAt, organisationId } of known.values()) {
			if (deletedAt !== null) continue;
			count(organisationId);
			const data = { modifiedAt: now, deletedAt: now };
			await db.servedObject.update({ where: { type_key: { type, key } }, data });
		}
		if (changes.size === 0) return refused("nothing-changed");
		for (const [organisationId, objectsChanged] of changes) {
			world.record({
				type: "groups.oparl.noted",
				subject: { kind: "organisation", id: organisationId },
				ownerId: organisationId,
				facts: { objects: objectsChanged },
			});
		}
		return done([...changes.values()].reduce((sum, one) => sum + one, 0));
	},
);

/** @returns how many objects appeared, changed or went */
export async function noteServedObjects(world: World): Promise<number> {
	await noteBody(world);
	const outcome = await noteObjects(world, null);
	return outcome.done ? outcome.value : 0;
}
