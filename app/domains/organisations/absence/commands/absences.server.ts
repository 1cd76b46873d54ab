import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { inForce, type StoredDate, today } from "~/platform/calendar.server";
import { kept } from "~/platform/database/kept.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import { actingAs } from "../../acting.server";
import { mayDeputise } from "../../commands/deputies.server";
import { mayHandleAbsence } from "../../policy.server";
import { coversOn } from "../queries/covers.server";

type Reported = {
	personId: string;
	/** The organisation whose lead reports it; null: the one of the person's first post. */
	ownerId: string | null;
	validFrom: StoredDate;
	/** First day on which they are back; null: until further notice. */
	validUntil: StoredDate | null;
	/** Private: read by the person and those who lead. */
	reason: string | null;
	/** The post that shall stand in; null leaves it to the standing deputies. */
	coverPostId: string | null;
};

type Refused =
	| "begins-earlier"
	| "period-empty"
	| "too-long"
	| "no-post"
	| "already-away"
	| "deputy-itself"
	| "deputy-elsewhere";

const reasonMost = 200;

/**
 * Says that somebody is away, and asks a post to stand in for their posts. No step-up: it is done by somebody ill, on a
 * telephone, and the cover gets rights only by accepting, with a step-up of its own.
 * @returns the absence's id and how many of the posts have no cover on its first day; refused with the codes of `Refused`
 * @throws NotFound for somebody who holds no post there; Forbidden or SignInNeeded for others than themselves and the lead
 */
export const reportAbsence = command(
	"organisations.report-absence",
	async (world, input: Reported): Promise<Outcome<{ absenceId: string; open: number }, Refused>> => {
		const { db, actor, now } = world;
		const { personId, validFrom, validUntil, coverPostId } = input;
		const first = validFrom < today(now) ? today(now) : validFrom;
		const posts = await db.post.findMany({
			where: { holdings: { some: { personId, ...inForce(first) } }, ...inForce(first) },
			select: { id: true, organisationId: true },
			orderBy: { id: "asc" },
			take: 50,
		});
		const there = input.ownerId ? posts.filter(({ organisationId }) => organisationId === input.ownerId) : posts;
		const ownerId = there[0]?.organisationId;
		if (!ownerId) {
			if (input.ownerId || personIdOf(actor) !== personId) throw new NotFound();
			return refused("no-post");
		}
		demand(mayHandleAbsence, actor, { organisationId: ownerId, personId });
		if (validFrom < today(now)) return refused("begins-earlier", { field: "firstDay" });
		if (validUntil && validUntil <= validFrom) return refused("period-empty", { field: "lastDay" });
		const reason = input.reason?.trim() || null;
		if (reason && reason.length > reasonMost) return refused("too-long", { field: "reason" });
		const id = newId(now);
		const written = await kept(
			db.absence.create({
				data: {
					id,
					personId,
					ownerId,
					validFrom,
					validUntil,
					reason,
					reportedAt: now,
					reportedById: personIdOf(actor),
				},
			}),
			{ absence_once: { code: "already-away" as const, field: "firstDay" } },
		);
		if (!written.done) return written;
		if (coverPostId) {
			const asked = await askCover(world, { id, validFrom, validUntil, posts, coverPostId, ownerId });
			if (!asked.done) return asked;
		}
		const covers = await coversOn(
			world,
			posts.map((post) => post.id),
			validFrom,
		);
		const open = [...covers.values()].filter(({ cover }) => cover.by === "nobody").length;
		const facts = { from: dayFact(validFrom), until: validUntil && dayFact(validUntil), posts: posts.length, open };
		world.record({
			type: "organisations.absence.reported",
			subject: { kind: "absence", id },
			...by(world, ownerId),
			facts,
		});
		return done({ absenceId: id, open });
	},
);

function dayFact(day: StoredDate): string {
	return day.toISOString().slice(0, 10);
}

function by({ actor }: ActWorld, ownerId: string) {
	return { ownerId, ...actingAs(actor, ownerId) };
}

/** Asks a post to stand in for these posts while the absence lasts; those for which it stands in anyway are left out. */
async function askCover(
	world: ActWorld,
	wanted: {
		id: string;
		validFrom: StoredDate;
		validUntil: StoredDate | null;
		posts: { id: string; organisationId: string }[];
		coverPostId: string;
		ownerId: string;
	},
): Promise<Outcome<null, "deputy-itself" | "deputy-elsewhere">> {
	const { db, now } = world;
	const { id: absenceId, validFrom, validUntil, posts, coverPostId, ownerId } = wanted;
	if (posts.some(({ id }) => id === coverPostId)) return refused("deputy-itself", { field: "coverPost" });
	let eligible = 0;
	for (const { id: postId, organisationId } of posts) {
		const found = await db.post.count({ where: { id: coverPostId, ...mayDeputise(organisationId, today(now)) } });
		if (found === 0) continue;
		eligible += 1;
		const overlapping = await db.deputyArrangement.count({
			where: {
				postId,
				deputyPostId: coverPostId,
				OR: [{ validUntil: null }, { validUntil: { gt: validFrom } }],
				...(validUntil ? { validFrom: { lt: validUntil } } : {}),
			},
		});
		if (overlapping > 0) continue;
		const id = newId(now);
		await db.deputyArrangement.create({
			data: { id, postId, deputyPostId: coverPostId, rank: 1, standing: false, validFrom, validUntil, absenceId },
		});
		world.record({
			type: "organisations.deputy.appointed",
			subject: { kind: "post", id: postId },
			...by(world, ownerId),
			facts: { arrangement: id, deputyPost: coverPostId, rank: 1 },
		});
	}
	return eligible === 0 ? refused("deputy-elsewhere", { field: "coverPost" }) : done(null);
}

/** An absence that is not over, for those who may handle it, locked. @throws NotFound; Forbidden or SignInNeeded */
async function heldAbsence(world: ActWorld, absenceId: string) {
	const { db, now } = world;
	await db.$queryRaw`SELECT FROM absence WHERE id = ${absenceId}::uuid FOR UPDATE`;
	const absence = await db.absence.findFirst({
		where: { id: absenceId, OR: [{ validUntil: null }, { validUntil: { gt: today(now) } }] },
	});
	if (!absence) throw new NotFound();
	const { ownerId: organisationId, personId } = absence;
	demand(mayHandleAbsence, world.actor, { organisationId, personId });
	return absence;
}

/**
 * Says when somebody is back: the absence and its covers end there, also earlier or later than was said. Back before it
 * began: it falls away. Days that are over stay as they were.
 * @param validUntil first day on which they are back; null: until further notice
 * @returns whether the absence still stands; refused with "already-away" when another absence begins before that day
 * @throws NotFound for one that is not there or over; Forbidden or SignInNeeded
 */
export const changeAbsence = command(
	"organisations.change-absence",
	async (
		world,
		{ absenceId, validUntil }: { absenceId: string; validUntil: StoredDate | null },
	): Promise<Outcome<{ stands: boolean }, "already-away" | "day-over">> => {
		const { db, now } = world;
		const { id, ownerId, validFrom } = await heldAbsence(world, absenceId);
		if (validUntil && validUntil < today(now)) return refused("day-over", { field: "lastDay" });
		const stands = validUntil === null || validUntil > validFrom;
		if (stands) {
			const written = await kept(db.absence.update({ where: { id }, data: { validUntil } }), {
				absence_once: { code: "already-away" as const, field: "lastDay" },
			});
			if (!written.done) return written;
			await db.deputyArrangement.updateMany({ where: { absenceId: id }, data: { validUntil } });
		} else {
			await db.absence.delete({ where: { id } });
		}
		world.record({
			type: stands ? "organisations.absence.changed" : "organisations.absence.withdrawn",
			subject: { kind: "absence", id },
			...by(world, ownerId),
			facts: { until: validUntil && dayFact(validUntil) },
		});
		return done({ stands });
	},
);

/**
 * Asks another post to stand in for somebody who is away.
 * @returns nothing; refused with "deputy-itself", "deputy-elsewhere"
 * @throws NotFound for an absence that is not there or over; Forbidden or SignInNeeded
 */
export const askAnotherCover = command(
	"organisations.ask-another-cover",
	async (
		world,
		{ absenceId, coverPostId }: { absenceId: string; coverPostId: string },
	): Promise<Outcome<null, "deputy-itself" | "deputy-elsewhere">> => {
		const { id, ownerId, personId, validFrom, validUntil } = await heldAbsence(world, absenceId);
		const first = validFrom < today(world.now) ? today(world.now) : validFrom;
		const posts = await world.db.post.findMany({
			where: { holdings: { some: { personId, ...inForce(first) } }, ...inForce(first) },
			select: { id: true, organisationId: true },
			orderBy: { id: "asc" },
			take: 50,
		});
		const asked = await askCover(world, { id, validFrom: first, validUntil, posts, coverPostId, ownerId });
		if (!asked.done) return asked;
		const facts = { cover: coverPostId };
		world.record({
			type: "organisations.absence.cover-asked",
			subject: { kind: "absence", id },
			...by(world, ownerId),
			facts,
		});
		return done(null);
	},
);

/**
 * „Kann ich nicht“: whoever was asked to cover an absence says no, also later; those who lead are told.
 * @returns nothing
 * @throws NotFound when there is nothing of that kind for this person
 */
export const declineCover = command(
	"organisations.decline-cover",
	async (world, { arrangementId }: { arrangementId: string }): Promise<Outcome<null>> => {
		const { db, now } = world;
		const day = today(now);
		const personId = personIdOf(world.actor);
		if (!personId) throw new NotFound();
		await db.$queryRaw`SELECT FROM deputy_arrangement WHERE id = ${arrangementId}::uuid FOR UPDATE`;
		const found = await db.deputyArrangement.findFirst({
			where: {
				id: arrangementId,
				OR: [{ validUntil: null }, { validUntil: { gt: day } }],
				deputyPost: { holdings: { some: { personId, ...inForce(day) } } },
			},
			include: { absence: { select: { id: true, ownerId: true } } },
		});
		if (!found?.absence) throw new NotFound();
		const counted = found.acceptedAt !== null && found.validFrom < day;
		if (counted) await db.deputyArrangement.update({ where: { id: found.id }, data: { validUntil: day } });
		else await db.deputyArrangement.delete({ where: { id: found.id } });
		world.record({
			type: "organisations.absence.cover-declined",
			subject: { kind: "absence", id: found.absence.id },
			ownerId: found.absence.ownerId,
			postId: found.deputyPostId,
			facts: { post: found.postId },
		});
		return done(null);
	},
);
