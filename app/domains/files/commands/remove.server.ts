import { command } from "~/platform/act.server";
import { done, Forbidden, NotFound } from "~/platform/outcome";
import { mayRead, mayWrite } from "../policy.server";

/**
 * Takes a file away from its object. It can no longer be opened at once; its bytes are deleted after thirty days.
 * @throws NotFound when it is not there or not for this reader, Forbidden when they may only read it
 */
export const removeFile = command("files.remove", async (world, { id }: { id: string }) => {
	const file = await world.db.file.findUnique({ where: { id, removedAt: null } });
	const subject = file && { kind: file.subjectKind, id: file.subjectId };
	if (!file || !subject) throw new NotFound();
	if (!(await mayWrite(world, subject))) throw (await mayRead(world, subject)) ? new Forbidden() : new NotFound();
	const { count } = await world.db.file.updateMany({ where: { id, removedAt: null }, data: { removedAt: world.now } });
	if (count === 0) throw new NotFound();
	world.record({
		type: "files.file.removed",
		subject,
		ownerId: file.ownerId,
		facts: { file: id, sha256: file.sha256 },
	});
	return done(null);
});
