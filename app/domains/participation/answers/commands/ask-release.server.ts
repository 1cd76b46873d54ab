import { makeLink, revokeLinks } from "~/domains/accounts/index.server";
import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { queueMail } from "~/platform/mail/queue.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { countHolders, headMailbox } from "../../holders.server";
import { processById } from "../../processes/index.server";
import { mayorLetter } from "../letters.server";
import { actingAs, answeringRoles, mayAnswer, mayorPurpose } from "../policy.server";
import { answerById, type FoundAnswer } from "../queries/find-answer.server";
import { mayHappen, stateOf } from "../release";

/** How long the mayor's link works, in days. */
const mayorDays = 14;

type Read = { id: string; revision: number };
type AskRefusal = "changed-meanwhile" | "not-to-release" | "second-person-there" | "no-head-mailbox";

/**
 * Asks for the release of the revision that was read; from here on its text stands still until it is released, taken back
 * or sent back. `byMayor` sends the head of the organisation a link to release it: only where fewer than two people could.
 */
export const askForRelease = command(
	"participation.ask-for-release",
	async (
		world: ActWorld,
		{ id, revision, byMayor }: Read & { byMayor: boolean },
	): Promise<Outcome<null, AskRefusal>> => {
		const answer = await answerById(world, id);
		demand(mayAnswer, world.actor, answer);
		if (!mayHappen(stateOf(answer), "ask-release")) return refused("not-to-release");
		const { count } = await world.db.officialAnswer.updateMany({
			where: { id, revision, releaseAskedAt: null },
			data: { releaseAskedAt: world.now, sentBackAt: null, sentBackById: null, sentBackRemark: null },
		});
		if (count === 0) return refused("changed-meanwhile");
		if (byMayor) {
			const sent = await sendToMayor(world, { ...answer, revision });
			if (!sent.done) return sent;
		}
		world.record({
			type: "participation.answer.release-asked",
			subject: { kind: "answer", id },
			ownerId: answer.organisationId,
			facts: { process: answer.processId, revision, byMayor },
			...actingAs(world.actor, answer.organisationId),
		});
		return done(null);
	},
);

async function sendToMayor(world: ActWorld, answer: FoundAnswer): Promise<Outcome<null, AskRefusal>> {
	if ((await countHolders(world, answer.organisationId, answeringRoles)) >= 2) return refused("second-person-there");
	const head = await headMailbox(world, answer.organisationId);
	if (!head) return refused("no-head-mailbox");
	const process = await processById(world, answer.processId);
	const { token, linkId } = await makeLink(world, {
		purpose: mayorPurpose,
		subject: { kind: "answer", id: answer.id },
		label: head.label,
		expiresAt: new Date(world.now.getTime() + mayorDays * 24 * 60 * 60 * 1000),
		singleUse: true,
	});
	const letter = mayorLetter("de", { process, count: answer.contributions.length, token });
	await queueMail(world, { key: `release:${linkId}`, to: head.mailbox, letter });
	return done(null);
}

/** Takes a request for release back, to change the text once more. */
export const takeBackRelease = command(
	"participation.take-back-release",
	async (world: ActWorld, { id, revision }: Read): Promise<Outcome<null, "changed-meanwhile">> => {
		const answer = await answerById(world, id);
		demand(mayAnswer, world.actor, answer);
		return reopen(world, answer, { revision, type: "participation.answer.taken-back" });
	},
);

/** Sends an answer back with a remark on what should be mended; whoever prepared it is told. */
export const sendBackAnswer = command(
	"participation.send-back-answer",
	async (
		world: ActWorld,
		{ id, revision, remark }: Read & { remark: string },
	): Promise<Outcome<null, "changed-meanwhile" | "remark-missing">> => {
		const answer = await answerById(world, id);
		demand(mayAnswer, world.actor, answer);
		const words = remark.trim();
		if (words.length < 5) return refused("remark-missing", { field: "remark" });
		return reopen(world, answer, {
			revision,
			type: "participation.answer.sent-back",
			sentBack: { sentBackAt: world.now, sentBackById: personIdOf(world.actor), sentBackRemark: words.slice(0, 2000) },
		});
	},
);

async function reopen(
	world: ActWorld,
	answer: FoundAnswer,
	{
		revision,
		type,
		sentBack,
	}: {
		revision: number;
		type: string;
		sentBack?: { sentBackAt: Date; sentBackById: string | null; sentBackRemark: string };
	},
): Promise<Outcome<null, "changed-meanwhile">> {
	const { count } = await world.db.officialAnswer.updateMany({
		where: { id: answer.id, revision, releaseAskedAt: { not: null } },
		data: { releaseAskedAt: null, ...sentBack },
	});
	if (count === 0) return refused("changed-meanwhile");
	await revokeLinks(world, { subject: { kind: "answer", id: answer.id }, purpose: mayorPurpose });
	world.record({
		type,
		subject: { kind: "answer", id: answer.id },
		ownerId: answer.organisationId,
		facts: { process: answer.processId, revision },
		...actingAs(world.actor, answer.organisationId),
	});
	return done(null);
}
