import { furnishLogo } from "~/domains/organisations/index.server";
import { type ActWorld, command } from "~/platform/act.server";
import { done, NotFound, type Outcome } from "~/platform/outcome";
import type { StoredFile } from "~/platform/storage/receive.server";
import { attach } from "./attach.server";

/**
 * Gives a place its logo; the one before is taken away. Stands here and not with the places, because files know
 * organisations and not the other way round.
 * @param description what is to be seen, for those who do not see it
 * @returns the file's id
 * @throws NotFound when the organisation has no place; Forbidden or SignInNeeded for others than its administrators
 */
export const setLogo = command(
	"files.set-logo",
	async (
		world,
		{ organisationId, stored, description }: { organisationId: string; stored: StoredFile; description: string },
	): Promise<Outcome<{ fileId: string }>> => {
		const before = await furnishLogo(world, { organisationId, fileId: stored.id });
		if (before) await takeAway(world, organisationId, before);
		const subject = { kind: "organisation", id: organisationId };
		const fileId = await attach(world, { ownerId: organisationId, subject, stored, description });
		return done({ fileId });
	},
);

/**
 * Takes a place's logo away; its initials stand in again.
 * @throws NotFound when it has no place or no logo; Forbidden or SignInNeeded for others than its administrators
 */
export const removeLogo = command(
	"files.remove-logo",
	async (world, { organisationId }: { organisationId: string }): Promise<Outcome<null>> => {
		const before = await furnishLogo(world, { organisationId, fileId: null });
		if (!before) throw new NotFound();
		await takeAway(world, organisationId, before);
		return done(null);
	},
);

async function takeAway(world: ActWorld, ownerId: string, id: string): Promise<void> {
	await world.db.file.updateMany({ where: { id, removedAt: null }, data: { removedAt: world.now } });
	const subject = { kind: "organisation", id: ownerId };
	world.record({ type: "files.file.removed", subject, ownerId, facts: { file: id } });
}
