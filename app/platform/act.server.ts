import { type DomainEvent, writeEvents } from "./audit.server";
import { Prisma } from "./database/generated/client";
import type { Outcome } from "./outcome";
import type { View, World } from "./world.server";

/** A job for "now", begun only when the act is committed. Due dates are columns and belong to a sweep. */
export type Job = { name: string; payload: Record<string, string | number | boolean | null> };

/** The world inside an act: its transaction, and where it says what happened. */
export type ActWorld = View & { record(event: DomainEvent): void; later(job: Job): void };

class Refusal extends Error {
	constructor(readonly outcome: { done: false; refusals: { code: string }[] }) {
		super("refused");
	}
}

/**
 * Makes an act out of a function: one transaction, one policy question inside it, at least one domain event.
 * A refusal rolls everything back, and so does a success that recorded nothing (`silent` is for secret ballots and the keystrokes of live drafts).
 * Called from inside another act it joins that act's transaction; a refusal is then the caller's to pass on.
 */
export function command<Input, Value, Code extends string>(
	name: string,
	act: (world: ActWorld, input: Input) => Promise<Outcome<Value, Code>>,
	{ silent = false }: { silent?: boolean } = {},
): (world: World | ActWorld, input: Input) => Promise<Outcome<Value, Code>> {
	return async (world, input) => {
		if ("record" in world) return act(world, input);
		const events: DomainEvent[] = [];
		const jobs: Job[] = [];
		try {
			return await world.db.$transaction(async (db) => {
				const acting: ActWorld = {
					...world,
					db,
					record: (event) => events.push(event),
					later: (job) => jobs.push(job),
				};
				const outcome = await act(acting, input);
				if (!outcome.done) throw new Refusal(outcome);
				if (events.length === 0 && !silent) throw new Error(`${name} succeeded and recorded nothing`);
				await writeEvents(acting, name, events);
				for (const job of jobs) {
					await db.$executeRaw`SELECT graphile_worker.add_job(${job.name}, ${JSON.stringify(job.payload)}::json)`;
				}
				return outcome;
			});
		} catch (error) {
			// The very outcome that this act returned: its codes are Code.
			if (error instanceof Refusal) return error.outcome as Outcome<Value, Code>;
			throw error;
		}
	};
}

/** Whether an error says that a unique constraint is taken; the act then refuses, and its transaction is rolled back. */
export function isTaken(error: unknown): boolean {
	return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}
