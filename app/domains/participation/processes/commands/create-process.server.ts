import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { parseDay } from "~/platform/calendar.server";
import { textFor } from "~/platform/i18n";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newCode, newId } from "~/platform/tokens.server";
import { mayManageProcesses } from "../policy.server";
import { type Level, slugFrom } from "../process";
import { type RecipeKey, recipes } from "../recipe";
import { recipeMessages } from "../recipe-messages";
import { datesFor, type Layout } from "../schedule";
import { type ProcessInput, type ProcessValueRefusal, processValues } from "./process-values.server";

export type CreateProcess = ProcessInput & {
	organisationId: string;
	recipe: RecipeKey;
	/** First and last day of taking part, YYYY-MM-DD. */
	firstDay: string;
	lastDay: string;
	/** What a recipe of one's own or the copied process sets instead of the recipe of the house. */
	level?: Level | null;
	phases?: Layout["phases"];
};

type CreateRefusal = ProcessValueRefusal | "days-in-wrong-order" | "answered-too-early";

/**
 * Makes a draft from a recipe, without its parts (`participation/commands/start-process` makes those too); the
 * organisation's participation manager does that.
 * @returns id and slug; refuses impossible days and foreign posts
 */
export const createProcess = command(
	"participation.create-process",
	async (
		world: ActWorld,
		{ organisationId, recipe, level, phases, firstDay, lastDay, ...input }: CreateProcess,
	): Promise<Outcome<{ id: string; slug: string }, CreateRefusal>> => {
		demand(mayManageProcesses, world.actor, { organisationId });
		if (!parseDay(firstDay)) return refused("day-unknown", { field: "firstDay" });
		if (!parseDay(lastDay)) return refused("day-unknown", { field: "lastDay" });
		const values = await processValues(world, organisationId, input);
		if (!values.done) return values;
		if (lastDay < firstDay) return refused("days-in-wrong-order", { field: "lastDay" });
		if (input.answeredUntil < lastDay) return refused("answered-too-early", { field: "answeredUntil" });
		const text = textFor(world.locale, recipeMessages);
		const laidOut =
			phases ??
			recipes[recipe].phases.map(({ key, switches, span }) => ({ title: text(`phases.${key}`), switches, span }));
		const dates = datesFor(laidOut, { firstDay, lastDay, answeredUntil: input.answeredUntil });
		const id = newId(world.now);
		const slug = await freeSlug(world, organisationId, slugFrom(input.title));
		await world.db.process.create({
			data: {
				...values.value,
				id,
				organisationId,
				slug,
				code: newCode(),
				recipe,
				level: level === undefined ? recipes[recipe].level : level,
				createdById: personIdOf(world.actor),
				createdAt: world.now,
				phases: {
					create: laidOut.flatMap(({ title, switches }, position) => {
						const moments = dates[position];
						return moments ? [{ id: newId(world.now), position, title, switches: [...switches], ...moments }] : [];
					}),
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
