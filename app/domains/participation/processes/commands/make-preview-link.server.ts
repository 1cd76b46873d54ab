import { type ActWorld, command } from "~/platform/act.server";
import { done, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { hashToken, newToken } from "~/platform/tokens.server";
import { actingFor, mayManage } from "../policy.server";
import { isPublished } from "../process";
import { processById } from "../queries/find-process.server";

/**
 * Makes a secret link with which anyone can read the draft; the link before it no longer works.
 * @returns the token, shown once and stored as hash only
 */
export const makePreviewLink = command(
	"participation.make-preview-link",
	async (world: ActWorld, { id }: { id: string }) => {
		const process = await processById(world, id);
		demand(mayManage, world.actor, process);
		if (isPublished(process, world.now)) return refused("already-published");
		const token = newToken();
		await world.db.process.update({ where: { id }, data: { previewTokenHash: hashToken(token) } });
		world.record({
			type: "participation.process.preview-made",
			subject: { kind: "process", id },
			ownerId: process.organisationId,
			...actingFor(world.actor, process),
		});
		return done({ token, slug: process.slug });
	},
);
