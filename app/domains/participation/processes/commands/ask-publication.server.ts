import { makeLink, revokeLinks } from "~/domains/accounts/index.server";
import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { queueMail } from "~/platform/mail/queue.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { countHolders, headMailbox } from "../../holders.server";
import { mayorLetter } from "../letters.server";
import { actingFor, mayManage, mayorPurpose, publishingRoles } from "../policy.server";
import { isPublished, type MissingPart, missingParts } from "../process";
import { type FoundProcess, lockedProcess } from "../queries/find-process.server";
import { countOpenChecks, frameOf, isBound } from "../queries/frame.server";

/** How long the head's link works, in days. */
const mayorDays = 14;

type AskRefusal =
	| MissingPart
	| "already-published"
	| "already-asked"
	| "changed-meanwhile"
	| "second-person-there"
	| "no-head-mailbox";

/**
 * Asks for the release of a draft as it was read; any change of it takes the request back. `byMayor` sends the head of the
 * organisation a link to release it: only where fewer than two people could. Refused with every missing part.
 */
export const askForPublication = command(
	"participation.ask-for-publication",
	async (
		world: ActWorld,
		{ id, revision, byMayor }: { id: string; revision: number; byMayor: boolean },
	): Promise<Outcome<null, AskRefusal>> => {
		const process = await lockedProcess(world, id);
		demand(mayManage, world.actor, process);
		if (isPublished(process, world.now)) return refused("already-published");
		if (process.releaseAskedAt) return refused("already-asked");
		if (process.revision !== revision || process.binnedAt) return refused("changed-meanwhile");
		const [openChecks, bound] = [await countOpenChecks(world, process), await isBound(world, process)];
		const missing = missingParts(frameOf(process, { openChecks, bound }), world.now);
		if (missing.length > 0) return { done: false, refusals: missing.map((code) => ({ code })) };
		await world.db.process.update({
			where: { id },
			data: { releaseAskedAt: world.now, releaseAskedById: personIdOf(world.actor) },
		});
		if (byMayor) {
			const sent = await sendToMayor(world, process);
			if (!sent.done) return sent;
		}
		world.record({
			type: "participation.process.release-asked",
			subject: { kind: "process", id },
			ownerId: process.organisationId,
			facts: { revision, byMayor },
			...actingFor(world.actor, process),
		});
		return done(null);
	},
);

async function sendToMayor(world: ActWorld, process: FoundProcess): Promise<Outcome<null, AskRefusal>> {
	if ((await countHolders(world, process.organisationId, publishingRoles)) >= 2) return refused("second-person-there");
	const head = await headMailbox(world, process.organisationId);
	if (!head) return refused("no-head-mailbox");
	const { token, linkId } = await makeLink(world, {
		purpose: mayorPurpose,
		subject: { kind: "process", id: process.id },
		label: head.label,
		expiresAt: new Date(world.now.getTime() + mayorDays * 24 * 60 * 60 * 1000),
		singleUse: true,
	});
	await queueMail(world, {
		key: `release-process:${linkId}`,
		to: head.mailbox,
		letter: mayorLetter("de", process, token),
	});
	return done(null);
}

/** Takes the request back, to change the draft once more; also how the second person says "not yet". */
export const takeBackPublication = command(
	"participation.take-back-publication",
	async (world: ActWorld, { id }: { id: string }): Promise<Outcome<null, "not-waiting">> => {
		const process = await lockedProcess(world, id);
		demand(mayManage, world.actor, process);
		if (!process.releaseAskedAt || isPublished(process, world.now)) return refused("not-waiting");
		await world.db.process.update({ where: { id }, data: { releaseAskedAt: null, releaseAskedById: null } });
		await revokeLinks(world, { subject: { kind: "process", id }, purpose: mayorPurpose });
		world.record({
			type: "participation.process.release-taken-back",
			subject: { kind: "process", id },
			ownerId: process.organisationId,
			...actingFor(world.actor, process),
		});
		return done(null);
	},
);
