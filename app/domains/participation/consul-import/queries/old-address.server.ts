import { guest } from "~/platform/actor";
import { resolveSubjects } from "~/platform/manifest.server";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { thingsAt } from "../old-address";

/**
 * Where something stands now that had this address on the other platform. Where several platforms were taken over, the one
 * counts whose name the reader asked for.
 * @param host as the reader asked for it: the old name may lead to this house
 * @returns a path of this house
 * @throws NotFound for what was never taken over, is not public, or cannot be told apart
 */
export async function newAddress(view: View, { path, host }: { path: string; host: string }): Promise<string> {
	for (const { kind, originalId } of thingsAt(path)) {
		const rows = await view.db.importedThing.findMany({
			where: { kind, originalId },
			take: 20,
			select: { source: true, subjectKind: true, subjectId: true },
		});
		const named = rows.filter(({ source }) => source === host.toLowerCase());
		const meant = named.length > 0 ? named : rows;
		const [row] = meant;
		if (!row || meant.length > 1) continue;
		const reference = { kind: row.subjectKind, id: row.subjectId };
		// asked as a guest: a permanent redirect is remembered by browsers, whoever signs in later
		const found = await resolveSubjects({ ...view, actor: guest }, [reference]);
		const subject = found.get(`${reference.kind}:${reference.id}`);
		if (subject) return subject.href;
	}
	throw new NotFound();
}
