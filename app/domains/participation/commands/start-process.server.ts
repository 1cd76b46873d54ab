import { type ActWorld, command } from "~/platform/act.server";
import { Forbidden } from "~/platform/outcome";
import { beginParts, copyParts, partsThatExist } from "../parts.server";
import { type CreateProcess, createProcess } from "../processes/commands/create-process.server";
import { recipes } from "../processes/recipe";

/**
 * Makes a draft from a recipe, with everything its parts begin with, or with what they are in the process it is copied from;
 * refuses what `createProcess` refuses. Whoever calls it with a process to copy has asked whether this person may.
 */
export const startProcess = command(
	"participation.create-process",
	async (world: ActWorld, { copyOf = null, ...input }: CreateProcess & { copyOf?: string | null }) => {
		const { parts } = recipes[input.recipe];
		// such a recipe is not offered
		if (!parts.every((part) => partsThatExist.includes(part))) throw new Forbidden();
		const made = await createProcess(world, input);
		if (!made.done) return made;
		const { id } = made.value;
		const copied = copyOf === null ? [] : await copyParts(world, { from: copyOf, to: id });
		await beginParts(
			world,
			id,
			parts.filter((part) => !copied.includes(part)),
		);
		return made;
	},
);
