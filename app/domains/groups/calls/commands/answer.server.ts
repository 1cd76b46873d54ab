import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { World } from "~/platform/world.server";
import { benchKind } from "../../group";
import { mayManageGroups } from "../../policy.server";
import { writeSeat } from "../../seats/commands/seats.server";
import { applicationOfToken } from "../application-token.server";
import { type ApplicationAct, applicationState, mayHappen, stateOf } from "../call";
import { type FoundCall, lockedCall } from "../queries/find-call.server";
import { firstDayOf, offerNext } from "./offers.server";

type Answer = Exclude<ApplicationAct, "confirm">;
type Refused =
	| "not-possible"
	| "offer-over"
	| "bench-full"
	| "already-member"
	| "group-not-then"
	| "person-unknown"
	| "not-now";

type By = { token: string } | { id: string };

/**
 * Answers for an application: accepts or declines the seat that was drawn, or withdraws before. By whoever has the link of its
 * mail, by the person themselves, or by the administration for who has no mail. A declined seat goes to the next at once.
 * @throws NotFound for no such application or somebody else's; Forbidden
 */
const answer = command(
	"groups.answer-for-seat",
	async (world: ActWorld, { act, ...by }: By & { act: Answer }): Promise<Outcome<null, Refused>> => {
		const id = "token" in by ? applicationOfToken(by.token) : by.id;
		const first = id && (await world.db.seatApplication.findUnique({ where: { id } }));
		if (!first) throw new NotFound();
		// the group before the call, as whoever ends a seat does, so that the two never wait for each other
		await world.db.$queryRaw`
			SELECT id FROM working_group WHERE id = (SELECT group_id FROM seat_call WHERE id = ${first.callId}::uuid) FOR UPDATE`;
		const call = await lockedCall(world, first.callId);
		const application = await world.db.seatApplication.findUniqueOrThrow({ where: { id: first.id } });
		const own = "token" in by || (application.personId !== null && application.personId === personIdOf(world.actor));
		if (!own) demand(mayManageGroups, world.actor, call.group);
		if (!mayHappen(applicationState(application.state), act)) return refused("not-possible");
		if (stateOf(call, world.now) === "cancelled") return refused("not-possible");
		if (act === "withdraw" || act === "decline") {
			await world.db.seatApplication.update({
				where: { id: application.id },
				data: { state: act === "withdraw" ? "withdrawn" : "declined", offerUntil: null },
			});
			world.record({
				type: act === "withdraw" ? "groups.call.withdrawn" : "groups.call.seat-declined",
				subject: { kind: "seat-call", id: call.id },
				ownerId: call.group.organisationId,
				facts: { application: application.id, byStaff: !own },
			});
			if (act === "decline") await offerNext(world, call, application.quota);
			return done(null);
		}
		if (!application.offerUntil || application.offerUntil <= world.now) return refused("offer-over");
		const personId = application.personId ?? ("token" in by ? await personOfAddress(world, application.email) : null);
		const seated = await seatFor(world, call, { ...application, personId });
		if (!seated.done) {
			const [refusal] = seated.refusals;
			const known = (["bench-full", "already-member", "group-not-then", "person-unknown"] as const).find(
				(code) => code === refusal?.code,
			);
			return refused(known ?? "not-now", { values: refusal?.values });
		}
		await world.db.seatApplication.update({
			where: { id: application.id },
			data: {
				state: "seated",
				offerUntil: null,
				membershipId: seated.value.membershipId,
				...(personId && !application.personId && (await isFree(world, call.id, personId)) && { personId, email: null }),
			},
		});
		world.record({
			type: "groups.call.seat-accepted",
			subject: { kind: "seat-call", id: call.id },
			ownerId: call.group.organisationId,
			facts: { application: application.id, membership: seated.value.membershipId, byStaff: !own },
		});
		return done(null);
	},
);

/** Whose confirmed address the link went to, where they made an account meanwhile: the seat is theirs at once. */
async function personOfAddress({ db }: ActWorld, email: string | null): Promise<string | null> {
	if (!email) return null;
	const account = await db.account.findUnique({ where: { email }, select: { personId: true } });
	return account?.personId ?? null;
}

async function isFree({ db }: ActWorld, callId: string, personId: string): Promise<boolean> {
	return (await db.seatApplication.count({ where: { callId, personId } })) === 0;
}

type Chosen = { personId: string | null; givenName: string; familyName: string; nameIsPublic: boolean };

/** The seat of somebody drawn: as announced, or from the day on which whoever leaves makes room. */
async function seatFor(world: ActWorld, call: FoundCall, { personId, givenName, familyName, nameIsPublic }: Chosen) {
	const start = await firstDayOf(world, call);
	const leaving = await world.db.groupMembership.findMany({
		where: { groupId: call.groupId, benchKind: call.benchKind, validUntil: { gt: start } },
		select: { validUntil: true },
		orderBy: { validUntil: "asc" },
	});
	const begin = (validFrom: Date) =>
		writeSeat(world, call.group, {
			groupId: call.groupId,
			benchKind: benchKind(call.benchKind),
			holder: personId ? { personId } : { givenName, familyName },
			function: "member",
			substituteForId: null,
			nameIsPublic,
			validFrom,
			validUntil: call.seatUntil,
		});
	let seated = await begin(start);
	for (const { validUntil } of leaving) {
		if (seated.done || seated.refusals[0]?.code !== "bench-full" || !validUntil) break;
		seated = await begin(validUntil);
	}
	return seated;
}

/** By the link of a mail. @throws NotFound */
export const answerByLink = (world: World, token: string, act: Answer) => answer(world, { token, act });

/** By the administration, for who said so by telephone or letter. @throws NotFound, Forbidden, SignInNeeded */
export const answerFor = (world: World, id: string, act: Answer) => answer(world, { id, act });
