import { personIdOf } from "~/platform/actor";
import { localText, today } from "~/platform/calendar.server";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { benchKind } from "../../group";
import { accountOfSeat } from "../../joining/queries/join-pages.server";
import { mayManageGroups } from "../../policy.server";
import { runGroup } from "../../queries/managed-groups.server";
import { dayText, lastDayText } from "../../queries/names.server";
import { answerLastDay } from "../answer-time.server";
import { applicationPath } from "../application-token.server";
import { type ApplicationState, applicationState, mayHappen, stateOf } from "../call";
import { digestWith } from "../digest.server";
import { callsOf } from "./calls-of.server";
import { applicationBehind, callBy, type FoundCall, readableCall } from "./find-call.server";

/** What everybody reads of a call; its seed stays behind until the draw. */
function shown(call: FoundCall, now: Date) {
	const { group } = call;
	return {
		id: call.id,
		code: call.code,
		group: { name: group.name, slug: group.slug, place: group.place },
		bench: benchKind(call.benchKind),
		text: call.text,
		seats: call.seats,
		minAge: call.minAge,
		livesIn: call.livesIn,
		strataQuestion: call.strataQuestion,
		strata: call.strata.map(({ position, label, seats }) => ({ position, label, seats })),
		publicSource: call.publicSource,
		seedHash: call.seedHash,
		closesAt: call.closesAt,
		drawnAt: call.drawnAt,
		answerDays: call.answerDays,
		seatFrom: dayText(call.seatFrom),
		seatLast: call.seatUntil && lastDayText(call.seatUntil),
		state: stateOf(call, now),
		cancelReason: call.cancelReason,
	};
}
export type ShownCall = ReturnType<typeof shown>;

/** A call with its form, for whoever may see the group. @throws NotFound */
export async function callPage(view: View, code: string) {
	const call = await readableCall(view, code);
	const personId = personIdOf(view.actor);
	const [own, person, applications] = await Promise.all([
		personId ? view.db.seatApplication.findFirst({ where: { callId: call.id, personId }, select: { id: true } }) : null,
		personId
			? view.db.person.findUnique({ where: { id: personId }, select: { givenName: true, familyName: true } })
			: null,
		view.db.seatApplication.count({ where: { callId: call.id, number: { not: null } } }),
	]);
	return {
		...shown(call, view.now),
		asGuest: personId === null,
		givenName: person?.givenName ?? "",
		familyName: person?.familyName ?? "",
		own: own && applicationPath(own.id),
		/** Only after the deadline: nobody is led by how many there are. */
		applications: stateOf(call, view.now) === "open" ? null : applications,
		may: { manage: mayManageGroups(view.actor, call.group) },
	};
}

/**
 * The record of a draw, without a name: seed, value from outside, every number with its digest, rank and seat. Before the
 * draw the list of the deadline. Everybody can draw it again. @throws NotFound
 */
export async function lotRecord(view: View, code: string) {
	const call = await readableCall(view, code);
	const rows = await view.db.seatApplication.findMany({
		where: { callId: call.id, number: { not: null } },
		select: { number: true, stratum: true, rank: true, state: true, quota: true },
		orderBy: [{ rank: "asc" }, { number: "asc" }],
		take: 5000,
	});
	const isDrawn = call.drawnAt !== null;
	const digestOf = digestWith(call.seed, call.publicValue ?? "");
	const isOpen = stateOf(call, view.now) === "open";
	return {
		...shown(call, view.now),
		seed: isDrawn ? call.seed : null,
		publicValue: call.publicValue,
		list: isOpen
			? []
			: rows.map(({ number, stratum, rank, state, quota }) => ({
					number: number ?? 0,
					stratum: call.strata.find(({ position }) => position === stratum)?.label ?? null,
					rank,
					digest: isDrawn ? digestOf(number ?? 0) : null,
					state: publicState(applicationState(state)),
					keptFor: call.strata.find(({ position }) => position === quota)?.label ?? null,
				})),
	};
}

/** What everybody may know of an application by its number. */
function publicState(state: ApplicationState): ApplicationState {
	// whether somebody declined or stayed silent is nobody's business
	return state === "lapsed" ? "declined" : state;
}

/** An application for whoever has the link of its mail. @throws NotFound */
export async function applicationPage(view: View, token: string) {
	const application = await applicationBehind(view, token);
	const call = await callBy(view, { id: application.callId });
	const state = applicationState(application.state);
	const isOpen = stateOf(call, view.now) === "open";
	const offered = application.offerUntil !== null && application.offerUntil > view.now;
	return {
		...shown(call, view.now),
		name: [application.givenName, application.familyName].join(" ").trim(),
		number: application.number,
		rank: application.rank,
		application: state,
		answerUntil: application.offerUntil && answerLastDay(application.offerUntil),
		membershipId: application.membershipId,
		account: application.membershipId ? await accountOfSeat(view, application.membershipId) : null,
		may: {
			confirm: mayHappen(state, "confirm") && isOpen,
			accept: mayHappen(state, "accept") && offered,
			decline: mayHappen(state, "decline"),
			withdraw: mayHappen(state, "withdraw"),
		},
	};
}

/** What the form of a new call offers. @throws NotFound, Forbidden, SignInNeeded */
export async function callChoices(view: View, at: { place: string; group: string }) {
	const group = await runGroup(view, at);
	demand(mayManageGroups, view.actor, group);
	const benches = group.charters.at(-1)?.benches ?? group.benches;
	return {
		id: group.id,
		name: group.name,
		slug: group.slug,
		place: group.place,
		isPublic: group.isPublic,
		benches: benches.map(({ kind }) => benchKind(kind)),
		closesAt: localText(new Date(view.now.getTime() + 21 * 24 * 60 * 60 * 1000)),
		day: dayText(today(view.now)),
		calls: await callsOf(view, group),
	};
}

/** A call with its applications, for those who fill the seats. @throws NotFound, Forbidden, SignInNeeded */
export async function managedCall(view: View, code: string) {
	const call = await callBy(view, { code: code.toUpperCase() });
	demand(mayManageGroups, view.actor, call.group);
	const rows = await view.db.seatApplication.findMany({
		where: { callId: call.id },
		orderBy: [{ rank: "asc" }, { number: "asc" }, { createdAt: "asc" }],
		take: 2000,
	});
	return {
		...shown(call, view.now),
		applications: rows.map((row) => ({
			id: row.id,
			number: row.number,
			name: [row.givenName, row.familyName].join(" ").trim(),
			about: row.about,
			contact: row.email ?? row.phone ?? "",
			rank: row.rank,
			state: applicationState(row.state),
			answerUntil: row.offerUntil && answerLastDay(row.offerUntil),
			stratum: call.strata.find(({ position }) => position === row.stratum)?.label ?? null,
		})),
	};
}
