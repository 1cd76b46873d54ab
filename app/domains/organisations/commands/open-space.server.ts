import { command } from "~/platform/act.server";
import { kept } from "~/platform/database/kept.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import { administering } from "../acting.server";
import { mayOpenSpace } from "../policy.server";
import { isSlug } from "../slug";

/**
 * Opens an organisation's place at /o/:slug.
 * @returns its slug; refused with "slug-shape", "slug-taken", or "place-open" when it has one already
 * @throws NotFound for an organisation that is not there; Forbidden or SignInNeeded
 */
export const openSpace = command(
	"organisations.open-space",
	async (
		world,
		{ organisationId, slug, name }: { organisationId: string; slug: string; name: string },
	): Promise<Outcome<{ slug: string }, "slug-shape" | "slug-taken" | "place-open">> => {
		const recorded = await administering(world, organisationId, mayOpenSpace);
		if (!isSlug(slug)) return refused("slug-shape", { field: "slug" });
		if (await world.db.space.findUnique({ where: { organisationId }, select: { id: true } })) {
			return refused("place-open");
		}
		const id = newId(world.now);
		const opened = await kept(
			world.db.space.create({ data: { id, slug, organisationId, name, openedAt: world.now } }),
			{ unique: { code: "slug-taken" as const, field: "slug" } },
		);
		if (!opened.done) return opened;
		const subject = { kind: "organisation", id: organisationId };
		world.record({ type: "organisations.space.opened", subject, ...recorded, facts: { space: id, slug } });
		return done({ slug });
	},
);
