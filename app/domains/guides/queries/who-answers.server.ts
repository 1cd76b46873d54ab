import { type PostView, postView } from "~/domains/organisations/index.server";
import { today } from "~/platform/calendar.server";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { dayText, storedDay } from "../days.server";
import { nextOfficeDays, type OfficeDayView } from "../office-days/index.server";
import { covers, type Day, nextChange } from "../plans/coverage-plan";
import { type Explained, explained } from "../plans/queries/explained.server";
import { planOwner, plansInForce } from "../plans/queries/plans.server";
import { routedBy } from "../plans/queries/route.server";
import { bodiesAbove, cellOf, type Named, territoryOf } from "../plans/queries/territory.server";
import { mayPlan } from "../policy.server";

/** A post with the reason why it answers. */
export type Responsible = { post: PostView; explanation: Explained };

export type WhoAnswers = {
	place: Named;
	/** Null where no plan answers. */
	owner: (Named & { slug: string | null }) | null;
	/** The day it is about; another one than today for staff only. */
	day: Day;
	isToday: boolean;
	mayAskOtherDays: boolean;
	topics: Named[];
	topicId: string | null;
	answer: Responsible | null;
	/** Helps while nobody holds the post and nobody stands in. */
	meanwhile: PostView | null;
	/** The next office days of the post that answers, here or else elsewhere. */
	officeDays: OfficeDayView[];
	/** From when on somebody else answers. */
	next: (Responsible & { day: Day }) | null;
};

const officeDaysShown = 3;

/**
 * "Wer ist für mich da?" for a place and, if known, a topic.
 * @param day asked for another day than today: answered to those who plan for the owner, others get today's answer
 * @throws NotFound for a place that is not there
 */
export async function whoAnswers(
	view: View,
	asked: { municipalityId: string; topicId: string | null; day: Day | null },
): Promise<WhoAnswers> {
	const { db, actor, now } = view;
	const place = await db.organisation.findUnique({
		where: { id: asked.municipalityId },
		select: { id: true, shortName: true },
	});
	if (!place) throw new NotFound();
	const present = dayText(today(now));
	// Who may ask for another day is said by the owner of today's plan or, where there is none today, of that day's.
	const presentOwner = await planOwner(db, place.id, present);
	const thenOwner = asked.day ? await planOwner(db, place.id, asked.day) : presentOwner;
	const gate = presentOwner ?? thenOwner;
	const mayAskOtherDays = gate !== null && mayPlan(actor, { organisationId: gate });
	const day = mayAskOtherDays && asked.day ? asked.day : present;
	const ownerId = day === present ? presentOwner : thenOwner;
	const named = { id: place.id, name: place.shortName };
	const base = { place: named, day, isToday: day === present, mayAskOtherDays };
	if (ownerId === null) {
		return {
			...base,
			owner: null,
			topics: [],
			topicId: null,
			answer: null,
			meanwhile: null,
			officeDays: [],
			next: null,
		};
	}
	const [owner, plans, territory, bodies] = await Promise.all([
		db.organisation.findUniqueOrThrow({
			where: { id: ownerId },
			select: { id: true, shortName: true, space: { select: { slug: true, openedAt: true } } },
		}),
		plansInForce(db, ownerId),
		territoryOf(db, ownerId),
		bodiesAbove(db, place.id),
	]);
	const topics = territory.topics.filter((topic) => covers(topic, day));
	const topicId = topics.some(({ id }) => id === asked.topicId) ? asked.topicId : null;
	const cell = cellOf(territory, bodies, topicId);
	const plan = plans.find((one) => covers(one, day));
	const routed = plan ? routedBy(plan, cell, day) : null;
	const answer = routed && {
		post: await postView(view, routed.postId, storedDay(day)),
		explanation: await explained(db, routed.explanation),
	};
	const change = nextChange(plans, cell, day);
	const later = change && routedBy(change.plan, cell, change.day);
	return {
		...base,
		owner: { id: owner.id, name: owner.shortName, slug: slugOf(owner.space, now) },
		topics: topics.map(({ id, name }) => ({ id, name })),
		topicId,
		answer,
		meanwhile: await meanwhile(view, answer?.post ?? null, plan?.fallback?.postId ?? null, day),
		officeDays:
			routed && day === present
				? await nextOfficeDays(view, { postId: routed.postId, municipalityId: place.id, count: officeDaysShown })
				: [],
		next: later && {
			day: change.day,
			post: await postView(view, later.postId, storedDay(change.day)),
			explanation: await explained(db, later.explanation),
		},
	};
}

function slugOf(space: { slug: string; openedAt: Date } | null, now: Date): string | null {
	return space && space.openedAt <= now ? space.slug : null;
}

/** The fallback team, while nobody who holds the post is there and nobody stands in. */
async function meanwhile(view: View, post: PostView | null, fallbackPostId: string | null, day: Day) {
	if (!post || !fallbackPostId || fallbackPostId === post.id) return null;
	const answered = post.away ? post.cover !== null : post.holder !== null || Boolean(post.deputy?.name);
	if (answered) return null;
	return postView(view, fallbackPostId, storedDay(day));
}
