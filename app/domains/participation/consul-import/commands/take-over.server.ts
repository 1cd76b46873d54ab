import { type ActWorld, command } from "~/platform/act.server";
import { dayOf } from "~/platform/calendar.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { World } from "~/platform/world.server";
import { type CreateProcess, createProcess } from "../../processes/commands/create-process.server";
import { momentsOf } from "../../processes/phase";
import { judge, keyOf } from "../judge";
import { mayImport } from "../policy.server";
import { takenOver } from "../queries/import-pages.server";
import { contentOf } from "../queries/read-file.server";
import { inTime, writeComments, writeContributions, writeFrames } from "./write-imported.server";

type Taken = { slug: string; contributions: number; comments: number };

/** So many things in one transaction: about two seconds. */
const portion = 1000;
type Refused =
	| "already-imported"
	| "rows-wrong"
	| "nothing-left"
	| "days-not-over"
	| "day-unknown"
	| "post-unknown"
	| "deputy-is-responsible"
	| "days-in-wrong-order"
	| "answered-too-early";

export type TakeOver = Omit<
	CreateProcess,
	"recipe" | "moderation" | "guestsWelcome" | "categories" | "level" | "phases"
> & {
	fileId: string;
	/** Archived: readable at once, closed. Running: a draft with everything in it, to be released by a second person. */
	way: "archived" | "running";
	source: string;
	licence: string;
	/** Leave rows with errors out instead of refusing the file. */
	leaveOut: boolean;
};

/** Topics that the process offers, the most frequent first; contributions keep theirs in any case. */
const categoriesMost = 20;

/**
 * Makes a process out of a file of another platform, or adds what is new in it to the process that was made before: a file
 * taken over twice changes nothing. Everything keeps its day, its author's name as text and its old address. Nothing is
 * written when a row is wrong, unless these are to be left out. Long files are written in portions; what an interruption
 * left out comes with the same file again.
 * @throws NotFound when the file has gone; Forbidden, SignInNeeded
 */
export async function takeOver(world: World, input: TakeOver): Promise<Outcome<Taken, Refused>> {
	const taken = { contributions: 0, comments: 0 };
	for (;;) {
		const outcome = await takePortion(world, input);
		if (!outcome.done) return outcome;
		const { slug, contributions, comments, left } = outcome.value;
		taken.contributions += contributions;
		taken.comments += comments;
		if (left === 0) return done({ slug, ...taken });
	}
}

const takePortion = command(
	"participation.take-over",
	async (
		world: ActWorld,
		{ fileId, way, source, licence, leaveOut, ...frame }: TakeOver,
	): Promise<Outcome<Taken & { left: number }, Refused>> => {
		const { organisationId } = frame;
		demand(mayImport, world.actor, { organisationId });
		// one after the other, so that two tabs do not take the same things over twice
		await world.db.$queryRaw`SELECT 1 FROM import_file WHERE id = ${fileId}::uuid FOR UPDATE`;
		await world.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`import:${organisationId}`}, 0))`;
		const file = await world.db.importFile.findFirst({ where: { id: fileId, organisationId } });
		if (!file?.bytes) throw new NotFound();
		const content = await contentOf({ name: file.name, kind: file.kind, bytes: file.bytes });
		if (!content.done) throw new NotFound();
		const known = await takenOver(world, organisationId, content.value, source);
		const judged = judge(content.value, new Set(known.keys()), world.now);
		if (judged.problems.length > 0 && !leaveOut)
			return refused("rows-wrong", { values: { count: judged.problems.length } });
		const isNew = (one: { kind: string; originalId: string }) => !known.has(keyOf(one));
		const all = { contributions: judged.contributions.filter(isNew), comments: judged.comments.filter(isNew) };
		// in the order of time, contributions first: what a comment is on, and replies to, is there before it
		const contributions = all.contributions.toSorted(inTime).slice(0, portion);
		const comments = all.comments.toSorted(inTime).slice(0, portion - contributions.length);
		if (contributions.length + comments.length === 0) {
			return refused(known.size > 0 ? "already-imported" : "nothing-left");
		}
		const before = [...known.values()][0]?.processId ?? null;
		let processId = before;
		if (processId === null) {
			const made = await makeProcess(world, { ...frame, way, categories: topicsOf(all.contributions) });
			if (!made.done) return made;
			processId = made.value;
			await world.db.importedProcess.create({
				data: { processId, source, licence, fileSha256: file.sha256, importedAt: world.now },
			});
		}
		const target = { processId, organisationId, source };
		await writeFrames(world, target, content.value.frames.filter(isNew));
		const written = await writeContributions(world, target, contributions);
		await writeComments(world, target, comments, new Map([...known, ...written]));
		const left = all.contributions.length + all.comments.length - contributions.length - comments.length;
		if (left === 0) await world.db.importFile.delete({ where: { id: fileId } });
		const process = await world.db.process.findUniqueOrThrow({ where: { id: processId }, select: { slug: true } });
		world.record({
			type: before ? "participation.process.import-continued" : "participation.process.imported",
			subject: { kind: "process", id: processId },
			ownerId: organisationId,
			facts: {
				sha256: file.sha256,
				way,
				contributions: contributions.length,
				comments: comments.length,
				leftOut: judged.problems.length,
			},
		});
		return done({ slug: process.slug, contributions: contributions.length, comments: comments.length, left });
	},
);

function topicsOf(contributions: readonly { category: string | null }[]): string[] {
	const counts = new Map<string, number>();
	for (const { category } of contributions) if (category) counts.set(category, (counts.get(category) ?? 0) + 1);
	return [...counts]
		.sort(([, one], [, other]) => other - one)
		.slice(0, categoriesMost)
		.map(([topic]) => topic);
}

/** The draft, or the closed process: what stood in public on the other platform needs no second person to be read here. */
async function makeProcess(
	world: ActWorld,
	{
		way,
		...input
	}: Omit<CreateProcess, "recipe" | "moderation" | "guestsWelcome"> & { way: TakeOver["way"]; categories: string[] },
): Promise<Outcome<string, Refused>> {
	if (way === "archived" && input.lastDay >= dayOf(world.now).toString()) {
		return refused("days-not-over", { field: "lastDay" });
	}
	const made = await createProcess(world, {
		...input,
		recipe: "idea-collection",
		moderation: "before",
		guestsWelcome: true,
	});
	if (!made.done) return made;
	const { id } = made.value;
	if (way === "archived") {
		await world.db.process.update({
			where: { id },
			data: { publishedAt: momentsOf(input.firstDay, input.lastDay).opensAt, archivedAt: world.now },
		});
		world.record({
			type: "participation.process.archived",
			subject: { kind: "process", id },
			ownerId: input.organisationId,
		});
	}
	return done(id);
}
