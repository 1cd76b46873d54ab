import type { BodyKind } from "~/domains/groups/charter/charter";
import { foundGroup } from "~/domains/groups/charter/commands/found-group.server";
import { ruleFrom } from "~/domains/groups/charter/rule-choice";
import { takeUp } from "~/domains/groups/commands/take-up.server";
import { openDecision } from "~/domains/groups/deciding/commands/open-decision.server";
import { certify, publish, recordVotes } from "~/domains/groups/deciding/commands/votes.server";
import type { BenchKind, MemberFunction } from "~/domains/groups/group";
import {
	addAgendaItem,
	inviteToMeeting,
	planMeeting,
	recordAttendance,
} from "~/domains/groups/meetings/commands/meetings.server";
import { addSeat } from "~/domains/groups/seats/commands/seats.server";
import { type Actor, house } from "~/platform/actor";
import { daysFrom, today } from "~/platform/calendar.server";
import { richTextFromMarkdown } from "~/platform/rich-text/markdown";
import type { World } from "~/platform/world.server";
import { must } from "./outcome";

const day = 24 * 60 * 60 * 1000;

export type MemberWanted = {
	bench: BenchKind;
	person: { personId: string } | { givenName: string; familyName: string };
	function?: MemberFunction;
	nameIsPublic?: boolean;
};

export type GroupMade = {
	id: string;
	slug: string;
	/** In the order of the members wanted. */
	members: { membershipId: string; personId: string; bench: BenchKind }[];
};

/** A group with its seats filled since it was founded; by the house unless the world's actor manages groups. */
export async function workingGroup(
	world: World,
	wanted: {
		organisationId: string;
		members: MemberWanted[];
		name?: string;
		mandate?: string;
		benches?: { kind: BenchKind; minSeats: number; maxSeats: number }[];
		rule?: Parameters<typeof ruleFrom>[0];
		furtherRules?: { name: string; rule: Parameters<typeof ruleFrom>[0] }[];
		isPublic?: boolean;
		bodyKind?: BodyKind;
		guestsBy?: "leaders" | "nobody";
		validFrom?: Date;
		validUntil?: Date | null;
	},
): Promise<GroupMade> {
	const acting: World = { ...world, actor: house };
	const validFrom = wanted.validFrom ?? daysFrom(today(world.now), -200);
	const kinds: BenchKind[] = ["administration", "politics", "advisory", "citizens"];
	const { id, slug } = must(
		await foundGroup(acting, {
			organisationId: wanted.organisationId,
			name: wanted.name ?? "Arbeitskreis Mobilität",
			mandate: richTextFromMarkdown(
				wanted.mandate ?? "Der Arbeitskreis berät, wie Menschen ohne Auto gut durch den Landkreis kommen.",
			),
			benches: wanted.benches ?? kinds.map((kind) => ({ kind, minSeats: 1, maxSeats: 4 })),
			rule: ruleFrom(wanted.rule ?? { threshold: "two-thirds-of-votes", quorum: "more-than-half", eachBench: true }),
			furtherRules: (wanted.furtherRules ?? []).map(({ name, rule }) => ({ name, rule: ruleFrom(rule) })),
			isPublic: wanted.isPublic ?? true,
			bodyKind: wanted.bodyKind,
			guestsBy: wanted.guestsBy,
			validFrom,
			validUntil: wanted.validUntil ?? null,
			reviewOn: daysFrom(today(world.now), 365),
		}),
	);
	const members = [];
	for (const { bench, person, function: held = "member", nameIsPublic = true } of wanted.members) {
		const made = must(
			await addSeat(acting, {
				groupId: id,
				benchKind: bench,
				holder: person,
				function: held,
				substituteForId: null,
				nameIsPublic,
				validFrom,
				validUntil: null,
			}),
		);
		members.push({ ...made, bench });
	}
	return { id, slug, members };
}

/** Somebody who stands in for a seat from the group's first day on. @returns the membership's id */
export async function substitute(
	world: World,
	wanted: { groupId: string; seatId: string; person: MemberWanted["person"]; validFrom?: Date },
): Promise<string> {
	const made = await addSeat(
		{ ...world, actor: house },
		{
			groupId: wanted.groupId,
			benchKind: null,
			holder: wanted.person,
			function: "substitute",
			substituteForId: wanted.seatId,
			nameIsPublic: true,
			validFrom: wanted.validFrom ?? daysFrom(today(world.now), -200),
			validUntil: null,
		},
	);
	return must(made).membershipId;
}

/** A meeting that was planned and invited to two weeks before, with one item on something taken up (or on nothing). */
export async function meeting(
	world: World,
	wanted: {
		groupId: string;
		startsAt: Date;
		about?: { kind: string; id: string } | null;
		title?: string;
		item?: string;
		isPublic?: boolean;
	},
): Promise<{ meetingId: string; agendaItemId: string }> {
	const { groupId, startsAt, about = null } = wanted;
	const before: World = { ...world, actor: house, now: new Date(startsAt.getTime() - 14 * day) };
	const takenUpId = about ? must(await takeUp({ ...before, now: world.now }, { groupId, ...about })).takenUpId : null;
	const { meetingId } = must(
		await planMeeting(before, {
			groupId,
			startsAt,
			title: wanted.title ?? "Dritte Sitzung",
			place: "Kreishaus, Sitzungssaal 1",
			isPublic: wanted.isPublic ?? true,
		}),
	);
	const item = { meetingId, title: wanted.item ?? "Begrüßung und Tagesordnung", isPublic: true, takenUpId };
	const { agendaItemId } = must(await addAgendaItem(before, item));
	must(await inviteToMeeting(before, { meetingId }));
	return { meetingId, agendaItemId };
}

/** Who was there: all the given seats from beginning to end. */
export async function attendance(world: World, meetingId: string, seatIds: readonly string[]): Promise<void> {
	const presences = seatIds.map((membershipId) => ({
		membershipId,
		substituteId: null,
		arrivedAt: null,
		leftAt: null,
	}));
	must(await recordAttendance({ ...world, actor: house }, { meetingId, presences }));
}

export type VotesWanted = Partial<Record<BenchKind, { yes: number; no: number; abstain: number }>>;

/**
 * A recommendation as the group's chair certifies it, published unless said otherwise. Votes of benches that are left out
 * are 0. The chair is an actor whose person holds the function.
 */
export async function recommendation(
	world: World,
	wanted: {
		meetingId: string;
		agendaItemId: string;
		votedAt: Date;
		responsiblePostId: string;
		votes: VotesWanted;
		chair: Actor;
		title?: string;
		wording?: string;
		published?: boolean;
	},
): Promise<{ id: string; code: string; result: string }> {
	const acting: World = { ...world, actor: house };
	const { id, code } = must(
		await openDecision(acting, {
			meetingId: wanted.meetingId,
			agendaItemId: wanted.agendaItemId,
			title: wanted.title ?? "Rufbus am Abend und am Wochenende erproben",
			wording: richTextFromMarkdown(
				wanted.wording ??
					"Der Arbeitskreis empfiehlt dem Landkreis, einen **Rufbus** ein Jahr lang zu erproben und danach zu berichten.",
			),
			votedAt: wanted.votedAt,
			biased: [],
			responsiblePostId: wanted.responsiblePostId,
			reviewOn: daysFrom(today(world.now), 180),
		}),
	);
	const benches = await world.db.voteTally.findMany({ where: { recommendationId: id }, select: { benchKind: true } });
	const votes = benches.map(({ benchKind }) => ({
		bench: benchKind,
		...(wanted.votes[benchKind as BenchKind] ?? { yes: 0, no: 0, abstain: 0 }),
	}));
	must(await recordVotes(acting, { id, votes }));
	const { result } = must(await certify({ ...world, actor: wanted.chair }, { id, recordedAt: world.now }));
	if (wanted.published ?? true) must(await publish(acting, { id }));
	return { id, code, result };
}
