import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { readMailAddress } from "~/platform/mail/address";
import { queueMail } from "~/platform/mail/queue.server";
import { done, NotFound, type Outcome, type Refusal, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import { mayManageGroups, mayReadGroup } from "../../policy.server";
import { applicationState, callLimits, type EnteredWay, mayHappen, stateOf } from "../call";
import { confirmationLetter } from "../letters.server";
import { applicationBehind, type FoundCall, lockedCall } from "../queries/find-call.server";

export type Application = {
	callId: string;
	givenName: string;
	familyName: string;
	about: string;
	nameIsPublic: boolean;
	stratum: number | null;
	oldEnough: boolean;
	livesThere: boolean;
};

export type ApplyRefused =
	| "call-closed"
	| "given-name-missing"
	| "family-name-missing"
	| "text-too-long"
	| "stratum-missing"
	| "age-missing"
	| "area-missing"
	| "email-unreadable"
	| "already-applied";

/** Everything that is missing at once: nobody should have to send a form five times. */
function problemsOf(call: FoundCall, input: Application, emailReads: boolean): Refusal<ApplyRefused>[] {
	const problems: Refusal<ApplyRefused>[] = [];
	for (const field of ["givenName", "familyName"] as const) {
		const { length } = input[field].trim();
		if (length < 1 || length > callLimits.nameMost) {
			problems.push({ code: field === "givenName" ? "given-name-missing" : "family-name-missing", field });
		}
	}
	if (!emailReads) problems.push({ code: "email-unreadable", field: "email" });
	if (call.strata.length > 0 && !call.strata.some(({ position }) => position === input.stratum)) {
		problems.push({ code: "stratum-missing", field: "stratum" });
	}
	if (input.about.length > callLimits.aboutMost) problems.push({ code: "text-too-long", field: "about" });
	if (call.minAge !== null && !input.oldEnough) {
		problems.push({ code: "age-missing", field: "oldEnough", values: { age: call.minAge } });
	}
	if (call.livesIn !== "" && !input.livesThere) {
		problems.push({ code: "area-missing", field: "livesThere", values: { area: call.livesIn } });
	}
	return problems;
}

const dataOf = (call: FoundCall, { givenName, familyName, about, nameIsPublic, stratum }: Application) => ({
	callId: call.id,
	givenName: givenName.trim(),
	familyName: familyName.trim(),
	about: about.trim(),
	nameIsPublic,
	stratum: call.strata.length > 0 ? stratum : null,
});

/** Gives the next number of the public list, in the order in which applications became valid; the call's row is locked. */
async function numbered(world: ActWorld, call: FoundCall, id: string): Promise<number> {
	const { _max } = await world.db.seatApplication.aggregate({ where: { callId: call.id }, _max: { number: true } });
	const number = (_max.number ?? 0) + 1;
	await world.db.seatApplication.update({ where: { id }, data: { state: "applied", number } });
	world.record({
		type: "groups.call.applied",
		subject: { kind: "seat-call", id: call.id },
		ownerId: call.group.organisationId,
		facts: { application: id, number },
	});
	return number;
}

/**
 * The application that this person has in this call already, with the account or with its confirmed address as a guest:
 * one person, one lot.
 */
async function knownApplication(
	{ db }: ActWorld,
	callId: string,
	{ personId, email }: { personId: string | null; email: string | null },
) {
	const account = await db.account.findFirst({
		where: personId ? { personId } : { email: email ?? "" },
		select: { personId: true, email: true },
	});
	const people = [personId ?? account?.personId].filter((id) => id != null);
	const addresses = [email ?? account?.email].filter((address) => address != null);
	return db.seatApplication.findFirst({
		where: {
			callId,
			OR: [
				...people.map((id) => ({ personId: id })),
				...addresses.map((address) => ({ email: address, state: { not: "withdrawn" } })),
			],
		},
		orderBy: [{ number: { sort: "asc", nulls: "last" } }, { id: "asc" }],
	});
}

/**
 * Applies for a seat. Who is signed in takes part at once; a guest confirms by the link in a mail first. Who applies again
 * with the same address is not told so on the page (nobody learns who applied): the mail goes out again, once a day.
 * @returns id, and the number in the public list (null until confirmed) @throws NotFound for a call that is not public
 */
export const applyForSeat = command(
	"groups.apply-for-seat",
	async (
		world: ActWorld,
		input: Application & { email: string | null },
	): Promise<Outcome<{ id: string; number: number | null }, ApplyRefused>> => {
		const call = await lockedCall(world, input.callId);
		if (!mayReadGroup(world.actor, call.group)) throw new NotFound();
		if (stateOf(call, world.now) !== "open") return refused("call-closed");
		const personId = personIdOf(world.actor);
		const email = personId ? null : (readMailAddress(input.email ?? "")?.toLowerCase() ?? null);
		const refusals = problemsOf(call, input, personId !== null || email !== null);
		if (refusals.length > 0) return { done: false, refusals };
		const known = await knownApplication(world, call.id, { personId, email });
		if (known && personId && (known.personId || known.state !== "pending")) return refused("already-applied");
		const id = known?.id ?? newId(world.now);
		// the address of an account is confirmed: what the person began as a guest counts from now on
		if (known && personId) {
			const data = { ...dataOf(call, input), personId, email: null };
			await world.db.seatApplication.update({ where: { id }, data });
		}
		if (!known) {
			await world.db.seatApplication.create({
				data: {
					id,
					...dataOf(call, input),
					personId,
					email,
					channel: "online",
					locale: world.locale,
					state: "pending",
					createdAt: world.now,
				},
			});
		}
		if (!email) return done({ id, number: await numbered(world, call, id) });
		await queueMail(world, {
			key: `seat-application:${id}:${world.now.toISOString().slice(0, 10)}`,
			to: email,
			letter: confirmationLetter(world.locale, call, id),
		});
		world.record({
			type: "groups.call.confirmation-asked",
			subject: { kind: "seat-call", id: call.id },
			ownerId: call.group.organisationId,
			facts: { application: id, again: known !== null },
		});
		return done({ id, number: null });
	},
);

/** Enters an application that came by telephone or on paper, until the deadline. @throws NotFound, Forbidden, SignInNeeded */
export const enterApplication = command(
	"groups.enter-application",
	async (
		world: ActWorld,
		input: Application & { channel: EnteredWay; email: string; phone: string },
	): Promise<Outcome<{ id: string; number: number }, ApplyRefused>> => {
		const call = await lockedCall(world, input.callId);
		demand(mayManageGroups, world.actor, call.group);
		if (stateOf(call, world.now) !== "open") return refused("call-closed");
		const email = input.email === "" ? null : (readMailAddress(input.email)?.toLowerCase() ?? null);
		const refusals = problemsOf(call, input, input.email === "" || email !== null);
		if (refusals.length > 0) return { done: false, refusals };
		const known = email ? await knownApplication(world, call.id, { personId: null, email }) : null;
		if (known) return refused("already-applied", { field: "email" });
		const id = newId(world.now);
		await world.db.seatApplication.create({
			data: {
				id,
				...dataOf(call, input),
				email,
				phone: input.phone.trim().slice(0, 60) || null,
				channel: input.channel,
				locale: world.locale,
				state: "pending",
				createdAt: world.now,
			},
		});
		return done({ id, number: await numbered(world, call, id) });
	},
);

/** A guest confirms the address, until the deadline; now the application takes part. @throws NotFound */
export const confirmApplication = command(
	"groups.confirm-application",
	async (
		world: ActWorld,
		{ token }: { token: string },
	): Promise<Outcome<{ number: number }, "call-closed" | "not-possible">> => {
		const { id, callId } = await applicationBehind(world, token);
		const call = await lockedCall(world, callId);
		// read again under the lock: two presses at once are two acts, one after the other
		const { state } = await applicationBehind(world, token);
		if (!mayHappen(applicationState(state), "confirm")) return refused("not-possible");
		if (stateOf(call, world.now) !== "open") return refused("call-closed");
		return done({ number: await numbered(world, call, id) });
	},
);
