import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { textFor } from "~/platform/i18n";
import { done } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newCode, newId } from "~/platform/tokens.server";
import { messages } from "../messages";
import { mayManageProcesses } from "../policy.server";
import { slugFrom } from "../process";
import { type RecipeKey, recipes } from "../recipe";
import { type ProcessInput, processValues } from "./process-values.server";

export type CreateProcess = ProcessInput & { organisationId: string; recipe: RecipeKey };

/**
 * Makes a draft from a recipe, without its parts (`participation/commands/start-process` makes those too); the organisation's participation manager does that.
 * @returns id and slug; refuses impossible days and foreign posts
 */
export const createProcess = command(
	"participation.create-process",
	async (world: ActWorld, { organisationId, recipe, ...input }: CreateProcess) => {
		demand(mayManageProcesses, world.actor, { organisationId });
		const values = await processValues(world, organisationId, input);
		if (!values.done) return values;
		const { columns, collect, answer } = values.value;
		const { level, phases } = recipes[recipe];
		const text = textFor(world.locale, messages);
		const id = newId(world.now);
		const slug = await freeSlug(world, organisationId, slugFrom(input.title));
		await world.db.process.create({
			data: {
				...columns,
				id,
				organisationId,
				slug,
				code: newCode(),
				recipe,
				level,
				createdById: personIdOf(world.actor),
				createdAt: world.now,
				phases: {
					create: phases.map(({ key, switches }, position) => ({
						id: newId(world.now),
						position,
						title: text(`recipes.idea-collection.phases.${key}`),
						switches: [...switches],
						...(key === "collect" ? collect : answer),
					})),
				},
			},
		});
		world.record({
			type: "participation.process.created",
			subject: { kind: "process", id },
			ownerId: organisationId,
			facts: { recipe },
		});
		return done({ id, slug });
	},
);

/** The slug, or with the next free number behind it. */
async function freeSlug(world: ActWorld, organisationId: string, slug: string): Promise<string> {
	// One after the other per organisation, so that two titles of the same words do not meet at the unique constraint.
	await world.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`process-slug:${organisationId}`}, 0))`;
	const taken = await world.db.process.findMany({
		where: { organisationId, slug: { startsWith: slug } },
		select: { slug: true },
	});
	const names = new Set(taken.map((process) => process.slug));
	let free = slug;
	for (let number = 2; names.has(free); number += 1) free = `${slug}-${number}`;
	return free;
}
