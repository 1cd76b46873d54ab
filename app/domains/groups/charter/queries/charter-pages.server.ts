import { today } from "~/platform/calendar.server";
import { textFor } from "~/platform/i18n";
import { demand } from "~/platform/policy";
import { storedRichText } from "~/platform/rich-text/check.server";
import { renderRichText } from "~/platform/rich-text/render.server";
import { markdownFromRichText } from "~/platform/rich-text/to-markdown";
import type { View } from "~/platform/world.server";
import { listedNear } from "../../bodies/queries/overlap.server";
import { benchKind, compositionProblems } from "../../group";
import { messages } from "../../messages";
import { mayManageGroups, seesInside } from "../../policy.server";
import type { Charter, FoundGroup } from "../../queries/find-group.server";
import { readableGroup } from "../../queries/group-page.server";
import { runGroup } from "../../queries/managed-groups.server";
import { dayText, lastDayText } from "../../queries/names.server";
import { bodyKindOf, guestPolicyOf, minutesWriterOf } from "../charter";
import { isPossible, isReviewDue, type LifeAct, reviewOutcomes, stepKinds } from "../lifecycle";

function shown(charter: Charter) {
	return {
		number: charter.number,
		from: dayText(charter.validFrom),
		bodyKind: bodyKindOf(charter.bodyKind),
		mandate: renderRichText(storedRichText(charter.purpose), { headingsFrom: 4 }),
		benches: charter.benches.map((bench) => ({ ...bench, kind: benchKind(bench.kind) })),
		rules: charter.rules,
		minutesBy: minutesWriterOf(charter.minutesBy),
		objectionDays: charter.objectionDays,
		guestsBy: guestPolicyOf(charter.guestsBy),
		invitationDays: charter.invitationDays,
		motionDays: charter.motionDays,
		reason: charter.reason,
	};
}

/** What was done about a group as a whole, newest first; reasons for those inside, or of a public group for everybody. */
export function stepsOf(view: View, group: FoundGroup) {
	const t = textFor(view.locale, messages);
	const inside = group.isPublic || seesInside(view.actor, group);
	return group.steps.toReversed().flatMap(({ id, kind: stored, day, reason, outcome }) => {
		const kind = stepKinds.find((one) => one === stored);
		const result = reviewOutcomes.find((one) => one === outcome);
		if (!kind) return [];
		// the first day on which it is no more reads as the last on which it was
		const on = kind === "concluded" ? lastDayText(day) : dayText(day);
		return [
			{
				id,
				on,
				title: t(`steps.${kind}`),
				text: [result && t(`outcomes.${result}`), inside && reason].filter(Boolean).join(": "),
			},
		];
	});
}

/** All versions of a charter, the newest first, and what happened to the group, for whoever may read it. @throws NotFound */
export async function charterPage(view: View, at: { place: string; group: string }) {
	const group = await readableGroup(view, at);
	const current = group.charter.number;
	return {
		place: group.place,
		slug: group.slug,
		name: group.name,
		state: group.state,
		may: { amend: mayManageGroups(view.actor, group) },
		versions: group.charters.toReversed().map((charter) => ({
			...shown(charter),
			standing:
				charter.number === current
					? ("inForce" as const)
					: charter.number > current
						? ("later" as const)
						: ("earlier" as const),
		})),
		steps: stepsOf(view, group),
	};
}

/** What the form of a new version begins with: the newest one. @throws NotFound, Forbidden, SignInNeeded */
export async function amendable(view: View, at: { place: string; group: string }) {
	const group = await runGroup(view, at);
	demand(mayManageGroups, view.actor, group);
	const newest = group.charters.at(-1) ?? group.charter;
	return {
		id: group.id,
		place: group.place,
		slug: group.slug,
		name: group.name,
		day: dayText(today(view.now)),
		given: {
			mandate: markdownFromRichText(storedRichText(newest.purpose)),
			bodyKind: newest.bodyKind,
			benches: newest.benches,
			rules: newest.rules,
			minutesBy: newest.minutesBy,
			objectionDays: newest.objectionDays,
			guestsBy: newest.guestsBy,
			invitationDays: newest.invitationDays,
			motionDays: newest.motionDays,
		},
	};
}

const acts: LifeAct[] = ["constitute", "review", "pause", "resume", "conclude", "archive"];

/** Where a group stands, what its seats lack today, what can be done. @throws NotFound, Forbidden, SignInNeeded */
export async function lifePage(view: View, at: { place: string; group: string }) {
	const group = await runGroup(view, at);
	const day = today(view.now);
	const memberships = await view.db.groupMembership.findMany({ where: { groupId: group.id } });
	const manages = mayManageGroups(view.actor, group);
	return {
		id: group.id,
		place: group.place,
		slug: group.slug,
		name: group.name,
		state: group.state,
		day: dayText(day),
		lastDay: group.validUntil && lastDayText(group.validUntil),
		reviewOn: dayText(group.reviewOn),
		reviewDue: isReviewDue(group.state, group.reviewOn, day),
		gaps: compositionProblems(group.benches, memberships, day).map((gap) => ({ ...gap, bench: benchKind(gap.bench) })),
		may: acts.filter((act) => isPossible(act, group.state) && (manages || act === "review")),
		steps: stepsOf(view, group),
		near: group.state === "draft" ? await listedNear(view, group) : [],
	};
}
