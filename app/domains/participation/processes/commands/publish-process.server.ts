import { link } from "~/domains/trace/index.server";
import { type ActWorld, command } from "~/platform/act.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { mayManageProcesses } from "../policy.server";
import { isPublished, type MissingPart, missingParts } from "../process";
import { processById } from "../queries/find-process.server";
import { frameOf } from "../queries/frame.server";

/**
 * Shows the process to everybody. Refused with every missing part of the decision frame, when it is published already,
 * and when its organisation has no open space.
 */
export const publishProcess = command(
	"participation.publish-process",
	async (
		world: ActWorld,
		{ id }: { id: string },
	): Promise<Outcome<{ slug: string }, MissingPart | "already-published" | "no-space">> => {
		await world.db.$queryRaw`SELECT 1 FROM process WHERE id = ${id}::uuid FOR UPDATE`;
		const process = await processById(world, id);
		demand(mayManageProcesses, world.actor, process);
		if (isPublished(process, world.now)) return refused("already-published");
		if (!process.spaceIsOpen) return refused("no-space");
		const missing = missingParts(frameOf(process), world.now);
		if (missing.length > 0) return { done: false, refusals: missing.map((code) => ({ code })) };
		await world.db.process.update({ where: { id }, data: { publishedAt: world.now, previewTokenHash: null } });
		if (process.responsiblePostId) {
			const from = { kind: "post", id: process.responsiblePostId };
			await link(world, { from, relation: "responsible-for", to: { kind: "process", id } });
		}
		world.record({
			type: "participation.process.published",
			subject: { kind: "process", id },
			ownerId: process.organisationId,
		});
		return done({ slug: process.slug });
	},
);
