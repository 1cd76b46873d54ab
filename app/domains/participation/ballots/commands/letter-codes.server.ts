import { type ActWorld, command } from "~/platform/act.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { mayManageBox } from "../policy.server";
import { boxById, lockBox } from "../queries/find-box.server";
import { voterKey, writtenCode } from "../voter-key.server";

/** Shorter ones could be guessed. */
const shortest = 8;
const mostAtOnce = 200_000;

export type LetterRefusal = "codes-missing" | "code-too-short" | "code-twice" | "too-many" | "voting-began";

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
		const seen = new Set<string>();
		for (const [index, line] of text.split(/\r?\n/).entries()) {
			const code = writtenCode(line);
			if (code === "") continue;
			const at = { field: "codes", values: { line: index + 1 } };
			if (code.length < shortest || code.length > 64) return refused("code-too-short", at);
			if (seen.has(code)) return refused("code-twice", at);
			seen.add(code);
		}
		if (seen.size === 0) return refused("codes-missing", { field: "codes" });
		if (seen.size > mostAtOnce) return refused("too-many", { field: "codes" });
		const hashes = [...seen].map((code) => voterKey(boxId, "letter", code));
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
