import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import { mayManageProcesses } from "../policy.server";
import { processById } from "../queries/find-process.server";
import { settingsOf } from "../queries/own-recipes.server";

/** More recipes of one's own than this no list shows. */
const ownRecipesMost = 50;

/**
 * Saves how a process is laid out as a recipe (Muster) of its organisation. What its parts are made of is taken from the process
 * when a new one begins, as it then stands there.
 */
export const saveOwnRecipe = command(
	"participation.save-own-recipe",
	async (
		world: ActWorld,
		{ processId, name }: { processId: string; name: string },
	): Promise<Outcome<null, "too-many-recipes">> => {
		const process = await processById(world, processId);
		demand(mayManageProcesses, world.actor, process);
		const { organisationId, recipe } = process;
		const stored = await world.db.ownRecipe.count({ where: { organisationId, removedAt: null } });
		if (stored >= ownRecipesMost) return refused("too-many-recipes", { values: { most: ownRecipesMost } });
		const id = newId(world.now);
		await world.db.ownRecipe.create({
			data: {
				id,
				organisationId,
				name,
				recipe,
				settings: settingsOf(process),
				partsOfId: processId,
				createdById: personIdOf(world.actor),
				createdAt: world.now,
			},
		});
		world.record({
			type: "participation.own-recipe.saved",
			subject: { kind: "process", id: processId },
			ownerId: organisationId,
			facts: { ownRecipe: id, recipe },
		});
		return done(null);
	},
);

/** Takes a recipe of one's own out of the choice; processes made from it stay as they are. */
export const removeOwnRecipe = command(
	"participation.remove-own-recipe",
	async (
		world: ActWorld,
		{ id, organisationId }: { id: string; organisationId: string },
	): Promise<Outcome<null, never>> => {
		demand(mayManageProcesses, world.actor, { organisationId });
		const { count } = await world.db.ownRecipe.updateMany({
			where: { id, organisationId, removedAt: null },
			data: { removedAt: world.now },
		});
		if (count === 0) throw new NotFound();
		world.record({
			type: "participation.own-recipe.removed",
			subject: { kind: "own-recipe", id },
			ownerId: organisationId,
		});
		return done(null);
	},
);
