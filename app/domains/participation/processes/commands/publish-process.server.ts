// the name without "use", which linters take for a hook of React
import { revokeLinks, useLink as spendLink } from "~/domains/accounts/index.server";
import { link } from "~/domains/trace/index.server";
import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { done, Forbidden, NotFound, type Outcome, refused, SignInNeeded } from "~/platform/outcome";
import { countHolders } from "../../holders.server";
import { type ReleaseWay, releaseBy } from "../../second-person";
import { actingFor, mayorPurpose, publishingRoles, releaserOf } from "../policy.server";
import { isPublished, type MissingPart, missingParts } from "../process";
import { type FoundProcess, lockedProcess } from "../queries/find-process.server";
import { countOpenChecks, frameOf, isBound } from "../queries/frame.server";
import { guidelinesInForce } from "../queries/guidelines.server";

export type PublishRefusal =
	| MissingPart
	| "already-published"
	| "no-space"
	| "not-waiting"
	| "changed-meanwhile"
	| "second-person-needed"
	| "own-people-release"
	| "wait-24-hours";

export type Published = { slug: string; how: ReleaseWay };

/**
 * Shows the process to everybody, bound to the revision that was read. A second person does it; the exceptions of
 * `second-person.ts` are recorded and stand on the page. Refused with every missing part of the decision frame, when it is
 * published already, when nobody asked for it, and when its organisation has no open space.
 */
export const publishProcess = command(
	"participation.publish-process",
	async (
		world: ActWorld,
		{ id, revision }: { id: string; revision: number },
	): Promise<Outcome<Published, PublishRefusal>> => {
		const process = await lockedProcess(world, id);
		const releaser = releaserOf(world.actor, process);
		if (!releaser.holdsRole && !releaser.actsFor && !releaser.hasMayorLink) {
			throw world.actor.kind === "guest" ? new SignInNeeded() : new Forbidden();
		}
		if (isPublished(process, world.now)) return refused("already-published");
		if (!process.spaceIsOpen) return refused("no-space");
		const { releaseAskedAt, releaseAskedById } = process;
		if (!releaseAskedAt || !releaseAskedById || process.binnedAt) return refused("not-waiting");
		if (process.revision !== revision) return refused("changed-meanwhile");
		const [openChecks, bound] = [await countOpenChecks(world, process), await isBound(world, process)];
		const missing = missingParts(frameOf(process, { openChecks, bound }), world.now);
		if (missing.length > 0) return { done: false, refusals: missing.map((code) => ({ code })) };
		const holders = await countHolders(world, process.organisationId, publishingRoles);
		const given = { preparedById: releaseAskedById, releaseAskedAt, holders, now: world.now };
		const decision = releaseBy(releaser, given);
		if (!decision.may) {
			if (decision.why === "not-yours") throw new Forbidden();
			return refused(decision.why);
		}
		if (decision.how === "mayor-link" && !(await spendMayorsLink(world))) throw new NotFound();
		await publish(world, process, decision.how);
		return done({ slug: process.slug, how: decision.how });
	},
);

async function spendMayorsLink(world: ActWorld): Promise<boolean> {
	const pass = world.actor.kind === "house" ? null : world.actor.pass;
	return pass !== null && (await spendLink(world, pass.linkId));
}

async function publish(world: ActWorld, process: FoundProcess, how: ReleaseWay): Promise<void> {
	const { id, organisationId, responsiblePostId } = process;
	const guidelines = await guidelinesInForce(world, organisationId);
	await world.db.process.update({
		where: { id },
		data: {
			publishedAt: world.now,
			previewTokenHash: null,
			// a link proves a mailbox, not a person, even when its bearer is signed in
			releasedById: how === "mayor-link" ? null : personIdOf(world.actor),
			releasedHow: how,
			guidelinesId: guidelines?.id ?? null,
		},
	});
	await revokeLinks(world, { subject: { kind: "process", id }, purpose: mayorPurpose });
	if (responsiblePostId) {
		const from = { kind: "post", id: responsiblePostId };
		await link(world, { from, relation: "responsible-for", to: { kind: "process", id } });
	}
	world.record({
		type: "participation.process.published",
		subject: { kind: "process", id },
		ownerId: organisationId,
		facts: { how, guidelines: guidelines?.version ?? null },
		...(how === "mayor-link" ? {} : actingFor(world.actor, process)),
	});
}
