import { type ActWorld, command } from "~/platform/act.server";
import { Forbidden } from "~/platform/outcome";
import { beginParts, partsThatExist } from "../parts.server";
import { type CreateProcess, createProcess } from "../processes/commands/create-process.server";
import { recipes } from "../processes/recipe";

/** Makes a draft from a recipe, with everything its parts begin with; refuses what `createProcess` refuses. */
export const startProcess = command("participation.create-process", async (world: ActWorld, input: CreateProcess) => {
	const { parts } = recipes[input.recipe];
	// such a recipe is not offered
	if (!parts.every((part) => partsThatExist.includes(part))) throw new Forbidden();
	const made = await createProcess(world, input);
	if (made.done) await beginParts(world, made.value.id, parts);
	return made;
});
