import { type ActWorld, command } from "~/platform/act.server";
import { daysFrom, today } from "~/platform/calendar.server";
import { done, Forbidden, type Outcome, refused } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { askerDays, type Closing, closingRefused, limits, promisedDays } from "../concern";
import { linkedConcern } from "../queries/find-concern.server";
import { withdrawForwardings } from "./forward-concern.server";
import { heldConcern } from "./held-concern.server";

type CloseRefusal = NonNullable<ReturnType<typeof closingRefused>>;

/**
 * Ends a concern: answered, or with the recorded reason why nobody can be told.
 * @returns nothing; refused with "report-back-missing", "asker-known", "asker-reported", "closed-before"
 * @throws NotFound when it is not this owner's; Forbidden or SignInNeeded
 */
export const closeConcern = command(
	"guides.close-concern",
	async (
		world,
		{ because, ...of }: { ownerId: string; code: string; because: Closing },
	): Promise<Outcome<null, CloseRefusal>> => {
		const { concern, subject, recorded } = await heldConcern(world, of);
		const { state, reportBacks } = concern;
		const hasAsker = concern.askerEmail !== null || concern.askerName !== null || concern.askerId !== null;
		const code = closingRefused({ state, reportedBack: reportBacks.length > 0, hasAsker }, because);
		if (code) return refused(code, { field: "because" });
		await world.db.concern.update({
			where: { id: concern.id },
			data: { ...ended, closedAt: world.now, closedBecause: because },
		});
		await withdrawForwardings(world, concern.id);
		world.record({ type: "guides.concern.closed", subject, ...recorded, facts: { because } });
		return done(null);
	},
);

const ended = { state: "CLOSED", nextStep: null, nextOn: null, nextNote: null } as const;

/**
 * „Nicht beantwortet“: the bearer of a status link says once per answer that it is none; the concern is examined again.
 * @returns nothing; refused with "not-answered-yet", "said-before", "text-too-short", "text-too-long"
 * @throws NotFound for a token that opens nothing
 */
export const askerSaysNotAnswered = command(
	"guides.asker-says-not-answered",
	async (
		world,
		{ token, text }: { token: string; text: string },
	): Promise<Outcome<null, "not-answered-yet" | "said-before" | "text-too-short" | "text-too-long">> => {
		const { db, now } = world;
		const { id, ownerId } = await linkedConcern(world, token);
		await db.$queryRaw`SELECT FROM concern WHERE id = ${id}::uuid FOR UPDATE`;
		const words = text.trim();
		if (words.length < limits.textLeast) return refused("text-too-short", { field: "text" });
		if (words.length > limits.textMost) return refused("text-too-long", { field: "text" });
		const [last] = (await linkedConcern(world, token)).reportBacks;
		if (!last) return refused("not-answered-yet");
		const { count } = await db.reportBack.updateMany({
			where: { id: last.id, notAnsweredAt: null },
			data: { notAnsweredAt: now, notAnsweredText: words },
		});
		if (count === 0) return refused("said-before");
		await db.concern.update({
			where: { id },
			data: {
				state: "EXAMINED",
				nextStep: "REPLY",
				nextOn: daysFrom(today(now), promisedDays.reply),
				closedAt: null,
				closedBecause: null,
			},
		});
		const facts = { reportBack: last.id };
		world.record({ type: "guides.concern.objected", subject: { kind: "concern", id }, ownerId, facts });
		return done(null);
	},
);

const most = 500;

const closeDue = command("guides.close-answered", async (world: ActWorld, _input: null) => {
	const { db, actor, now } = world;
	if (actor.kind !== "house") throw new Forbidden();
	const rows = await db.concern.findMany({
		where: { state: "ANSWERED", nextOn: { lte: today(now) } },
		select: { id: true, ownerId: true },
		orderBy: { id: "asc" },
		take: most,
	});
	let closed = 0;
	for (const { id, ownerId } of rows) {
		// Only if still so: the asker may say "not answered" at the same moment.
		const { count } = await db.concern.updateMany({
			where: { id, state: "ANSWERED" },
			data: { ...ended, closedAt: now, closedBecause: "ANSWERED" },
		});
		if (count === 0) continue;
		closed += 1;
		const facts = { because: "ANSWERED" };
		world.record({ type: "guides.concern.closed", subject: { kind: "concern", id }, ownerId, facts });
	}
	return closed === 0 ? refused("nothing-due") : done(closed);
});

const forget = command("guides.forget-askers", async (world: ActWorld, _input: null) => {
	const { db, actor, now } = world;
	if (actor.kind !== "house") throw new Forbidden();
	const before = new Date(now.getTime() - askerDays * 24 * 60 * 60 * 1000);
	const rows = await db.concern.findMany({
		where: {
			closedAt: { lte: before },
			OR: [{ askerEmail: { not: null } }, { askerName: { not: null } }],
		},
		select: { id: true, ownerId: true },
		orderBy: { id: "asc" },
		take: most,
	});
	if (rows.length === 0) return refused("nothing-due");
	await db.concern.updateMany({
		where: { id: { in: rows.map(({ id }) => id) } },
		data: { askerEmail: null, askerName: null, askerForgottenAt: now },
	});
	for (const [ownerId, of] of Map.groupBy(rows, (row) => row.ownerId)) {
		const subject = { kind: "organisation", id: ownerId };
		world.record({ type: "guides.askers.forgotten", subject, ownerId, facts: { count: of.length } });
	}
	return done(rows.length);
});

/** Closes what was answered and not objected to in time. @returns how many */
export async function closeAnswered(world: World): Promise<number> {
	const outcome = await closeDue(world, null);
	return outcome.done ? outcome.value : 0;
}

/** Forgets names and addresses of askers 30 days after closing. @returns how many */
export async function forgetAskers(world: World): Promise<number> {
	const outcome = await forget(world, null);
	return outcome.done ? outcome.value : 0;
}
