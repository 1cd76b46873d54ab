import { type ActWorld, command } from "~/platform/act.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { type LetterCodeProblem, readLetterCodes } from "../../letter-codes";
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
		const hashes = codes.value.map((code) => voterKey(boxId, "letter", code));
		let added = 0;
		for (let from = 0; from < hashes.length; from += 5000) {
			const { count } = await world.db.ballotLetterCode.createMany({
				data: hashes.slice(from, from + 5000).map((codeHash) => ({ boxId, codeHash })),
				skipDuplicates: true,
			});
			added += count;
		}
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
