import { type ActWorld, command } from "~/platform/act.server";
import { dayOf } from "~/platform/calendar.server";
import type { Outcome } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { richTextFromMarkdown } from "~/platform/rich-text/markdown";
import type { ProcessValueRefusal } from "../processes/commands/process-values.server";
import { mayManageProcesses } from "../processes/policy.server";
import { processById } from "../processes/queries/find-process.server";
import { settingsOf } from "../processes/queries/own-recipes.server";
import { isRecipe } from "../processes/recipe";
import { startProcess } from "./start-process.server";

type CopyRefusal = ProcessValueRefusal | "days-in-wrong-order" | "answered-too-early" | "responsible-missing";

/** How many days from now a copy would begin. */
const beginsIn = 14;

/**
 * Makes a draft that begins in two weeks and is laid out like this process: frame, phases, switches, topics, and
 * what its parts are made of (questions, texts, the frame of a budget, events on the days that correspond). What people
 * contributed, answers and dates are not copied.
 */
export const copyProcess = command(
	"participation.copy-process",
	async (
		world: ActWorld,
		{ id, title }: { id: string; title: string },
	): Promise<Outcome<{ id: string; slug: string }, CopyRefusal>> => {
		const process = await processById(world, id);
		demand(mayManageProcesses, world.actor, process);
		if (!process.responsiblePostId) return { done: false, refusals: [{ code: "responsible-missing" }] };
		const { days, phases, purpose, fixedPoints, openQuestions, ...settings } = settingsOf(process);
		const first = dayOf(world.now).add({ days: beginsIn });
		const last = first.add({ days: days.open - 1 });
		return startProcess(world, {
			...settings,
			copyOf: id,
			organisationId: process.organisationId,
			recipe: isRecipe(process.recipe) ? process.recipe : "idea-collection",
			title,
			purpose: richTextFromMarkdown(purpose),
			fixedPoints: richTextFromMarkdown(fixedPoints),
			openQuestions: richTextFromMarkdown(openQuestions),
			firstDay: first.toString(),
			lastDay: last.toString(),
			answeredUntil: last.add({ days: days.answer }).toString(),
			responsiblePostId: process.responsiblePostId,
			deputyPostId: process.deputyPostId,
			phases,
		});
	},
);
