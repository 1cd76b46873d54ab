import { type ActWorld, command } from "~/platform/act.server";
import { house } from "~/platform/actor";
import { dayOf, zone } from "~/platform/calendar.server";
import { now as clock } from "~/platform/clock.server";
import type { Prisma } from "~/platform/database/generated/client";
import { log } from "~/platform/log.server";
import { done, Forbidden, type Outcome, refused } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { NoSystem, type ReadingProblem, readSystemPages } from "../client.server";
import { type Kept, keepObjects } from "./keep-objects.server";
import { longestReading, readingJob } from "./name-system.server";

const hour = 60 * 60 * 1000;
/** Everything is read again after so long, because not every system tells all that changed. */
const everythingAgain = 30 * 24 * hour;
/** Clocks differ: what changed shortly before the last reading is asked for again. */
const overlap = hour;
const mostProblems = 100;

/** Problems that leave a part of the system unread: the next reading must not rely on this one. */
const unread = new Set<string>([
	"answered-with-error",
	"no-json",
	"not-a-list",
	"too-many-pages",
	"unreachable",
	"too-slow",
	"too-large",
	"too-many-redirects",
]);

/** The night after a moment, spread over an hour so that not everybody asks at once. */
function nextNight(now: Date, systemId: string): Date {
	const minute = Number.parseInt(systemId.slice(-4), 16) % 60;
	const night = dayOf(now)
		.add({ days: 1 })
		.toZonedDateTime({ timeZone: zone, plainTime: { hour: 2, minute } });
	return new Date(night.epochMilliseconds);
}

const begin = command("council.begin-reading", async (world: ActWorld, { systemId }: { systemId: string }) => {
	const { db, actor, now } = world;
	if (actor.kind !== "house") throw new Forbidden();
	const dead = new Date(now.getTime() - longestReading);
	const { count } = await db.councilSystem.updateMany({
		where: {
			id: systemId,
			removedAt: null,
			oparlUrl: { not: null },
			OR: [{ readingSince: null }, { readingSince: { lt: dead } }],
		},
		data: { readingSince: now, nextReadAt: nextNight(now, systemId) },
	});
	if (count === 0) return refused("being-read");
	const system = await db.councilSystem.findUniqueOrThrow({ where: { id: systemId } });
	const last = await db.oparlReading.findFirst({
		where: { systemId, outcome: "read" },
		orderBy: { beganAt: "desc" },
		select: { beganAt: true },
	});
	const whole = await db.oparlReading.findFirst({
		where: { systemId, outcome: "read", since: null },
		orderBy: { beganAt: "desc" },
		select: { beganAt: true },
	});
	const recently = whole && whole.beganAt.getTime() > now.getTime() - everythingAgain;
	world.record({
		type: "council.oparl.reading-begun",
		subject: { kind: "organisation", id: system.organisationId },
		ownerId: system.organisationId,
		facts: { system: systemId },
	});
	return done({ system, since: last && recently ? new Date(last.beganAt.getTime() - overlap) : null });
});

type Result = Kept & { outcome: "read" | "partial" | "failed"; skipped: number; problems: ReadingProblem[] };

const end = command(
	"council.end-reading",
	async (
		world: ActWorld,
		input: { systemId: string; organisationId: string; beganAt: Date; since: Date | null; result: Result },
	): Promise<Outcome<null, never>> => {
		const { db, actor, now } = world;
		if (actor.kind !== "house") throw new Forbidden();
		const { systemId, organisationId, beganAt, since, result } = input;
		const { problems, ...counts } = result;
		await db.councilSystem.update({
			where: { id: systemId },
			data: {
				readingSince: null,
				...(result.outcome === "failed" && { nextReadAt: new Date(now.getTime() + 6 * hour) }),
			},
		});
		await db.oparlReading.create({
			data: {
				id: newId(now),
				systemId,
				beganAt,
				endedAt: now,
				since,
				...counts,
				problems: problems.slice(0, mostProblems) satisfies Prisma.InputJsonArray,
			},
		});
		world.record({
			type: "council.oparl.read",
			subject: { kind: "organisation", id: organisationId },
			ownerId: organisationId,
			facts: { system: systemId, ...counts },
		});
		return done(null);
	},
);

/**
 * Reads a system's OParl interface and keeps what is there, page by page; never sends anything but GET. One reading at a time.
 * @returns what came in, or null when there is nothing to read or somebody else reads
 */
export async function readSystem(world: World, systemId: string): Promise<Result | null> {
	const beganAt = world.now;
	const reader: World = { ...world, actor: house };
	const begun = await begin(reader, { systemId });
	if (!begun.done) return null;
	const { system, since } = begun.value;
	const { organisationId, hosts, oparlUrl } = system;
	const result: Result = { outcome: "read", added: 0, changed: 0, deleted: 0, unchanged: 0, skipped: 0, problems: [] };
	try {
		for await (const { objects, problems } of readSystemPages(oparlUrl ?? "", { hosts }, since)) {
			result.problems.push(...problems.slice(0, Math.max(0, mostProblems - result.problems.length)));
			result.skipped += problems.filter(({ code }) => code !== "attribute-unreadable").length;
			if (problems.some(({ code }) => unread.has(code))) result.outcome = "partial";
			const kept = await keepObjects(reader, { systemId, organisationId, beganAt, objects });
			if (!kept.done) result.unchanged += objects.length;
			else for (const name of ["added", "changed", "deleted", "unchanged"] as const) result[name] += kept.value[name];
		}
	} catch (error) {
		result.outcome = "failed";
		if (error instanceof NoSystem) result.problems.push(error.problem);
		else log.error({ err: error, system: systemId }, "an OParl system could not be read to its end");
	}
	await end({ ...reader, now: later(beganAt) }, { systemId, organisationId, beganAt, since, result });
	return result;
}

/** The house's clock, which in tests may stand still. */
function later(beganAt: Date): Date {
	const now = clock();
	return now > beganAt ? now : beganAt;
}

const claim = command("council.claim-readings", async (world: ActWorld, _input: null) => {
	const { db, actor, now } = world;
	if (actor.kind !== "house") throw new Forbidden();
	const due = await db.councilSystem.findMany({
		where: { nextReadAt: { lte: now }, removedAt: null, oparlUrl: { not: null } },
		orderBy: { nextReadAt: "asc" },
		take: 20,
	});
	for (const { id, organisationId } of due) {
		await db.councilSystem.update({ where: { id }, data: { nextReadAt: nextNight(now, id) } });
		world.later({ name: readingJob, payload: { systemId: id } });
		world.record({
			type: "council.oparl.reading-due",
			subject: { kind: "organisation", id: organisationId },
			ownerId: organisationId,
			facts: { system: id },
		});
	}
	return due.length === 0 ? refused("nothing-due") : done(due.length);
});

/** Hands the systems whose night has come to the worker; a reading takes too long for a sweep. @returns how many */
export async function readDueSystems(world: World): Promise<number> {
	const outcome = await claim(world, null);
	return outcome.done ? outcome.value : 0;
}
