import { type ActWorld, command } from "~/platform/act.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { type LetterCodeProblem, readLetterCodes, writtenCode } from "../../letter-codes";
import { mayManageBox } from "../policy.server";
import { boxById, lockBox } from "../queries/find-box.server";
import { voterKey } from "../voter-key.server";

export type LetterRefusal = LetterCodeProblem | "voting-began";

/**
 * Takes over the codes that went out by letter; only their hashes are kept. All or none: refused with the line of the first
 * code that is too short or there twice. Codes that are known already stay as they are. May be repeated until voting begins.
 * @returns how many are new, and how many there are
 */
export const importLetterCodes = command(
	"participation.import-letter-codes",
	async (
		world: ActWorld,
		{ boxId, text }: { boxId: string; text: string },
	): Promise<Outcome<{ added: number; total: number }, LetterRefusal>> => {
		await lockBox(world, boxId);
		const box = await boxById(world, boxId);
		demand(mayManageBox, world.actor, box.process);
		if (box.voting.isOpen || box.state === "closed" || box.state === "counted") return refused("voting-began");
		const codes = readLetterCodes(text);
		if (!codes.done) return codes;
		const added = await addBallotCodes(world, { subjectId: boxId, runId: null, codes: codes.value });
		const total = await world.db.ballotLetterCode.count({ where: { boxId } });
		world.record({
			type: `participation.${box.kind}.letter-codes-imported`,
			subject: { kind: box.kind, id: boxId },
			ownerId: box.organisationId,
			facts: { added, total },
		});
		return done({ added, total });
	},
);

/**
 * Keeps the hashes of codes, in their own order; known ones stay as they are. The caller has asked whether codes are taken.
 * @returns how many are new
 */
export async function addBallotCodes(
	world: ActWorld,
	{ subjectId: boxId, runId, codes }: { subjectId: string; runId: string | null; codes: readonly string[] },
): Promise<number> {
	const hashes = codes.map((code) => voterKey(boxId, "letter", writtenCode(code))).sort();
	let added = 0;
	for (let from = 0; from < hashes.length; from += 5000) {
		const { count } = await world.db.ballotLetterCode.createMany({
			data: hashes.slice(from, from + 5000).map((codeHash) => ({ boxId, codeHash, runId })),
			skipDuplicates: true,
		});
		added += count;
	}
	return added;
}

/**
 * Makes the codes of letters that were made together invalid. The caller has asked whether codes are taken: before voting
 * nobody has used one. @returns true
 */
export async function takeBackBallotCodes(
	world: ActWorld,
	{ subjectId: boxId, runId }: { subjectId: string; runId: string },
): Promise<boolean> {
	await lockBox(world, boxId);
	await world.db.ballotLetterCode.deleteMany({ where: { boxId, runId } });
	return true;
}
