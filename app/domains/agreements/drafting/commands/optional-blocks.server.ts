import { command } from "~/platform/act.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { optionalBlocks } from "../../templates/seeds.server";
import { holdForEditing } from "./editing.server";

/**
 * Takes in a block that the template does not ask for: procurement, data protection, liability, state aid.
 * @returns refused with "block-there"
 * @throws NotFound for one that the house does not know
 */
export const addOptionalBlock = command(
	"agreements.add-optional-block",
	async (world, input: { code: string; key: string }): Promise<Outcome<null, "not-editable" | "block-there">> => {
		const block = (await optionalBlocks()).find(({ key }) => key === input.key);
		if (!block) throw new NotFound();
		const held = await holdForEditing(world, input.code, `block:${input.key}`);
		if (!held.done) return held;
		const agreementId = held.value.id;
		const there = await world.db.agreementBlock.findMany({
			where: { agreementId },
			select: { key: true, position: true },
		});
		if (there.some(({ key }) => key === block.key)) return refused("block-there");
		const position = Math.max(0, ...there.map((one) => one.position)) + 1;
		await world.db.agreementBlock.create({ data: { agreementId, position, ...block } });
		return done(null);
	},
);

/** Takes an optional block out again, with its text. @throws NotFound for one of the template */
export const removeOptionalBlock = command(
	"agreements.remove-optional-block",
	async (world, input: { code: string; key: string }): Promise<Outcome<null, "not-editable">> => {
		if (!(await optionalBlocks()).some(({ key }) => key === input.key)) throw new NotFound();
		const held = await holdForEditing(world, input.code, `block:${input.key}`);
		if (!held.done) return held;
		const { count } = await world.db.agreementBlock.deleteMany({
			where: { agreementId: held.value.id, key: input.key },
		});
		if (count === 0) throw new NotFound();
		await world.db.agreementClauseMark.deleteMany({ where: { agreementId: held.value.id, block: input.key } });
		return done(null);
	},
);
