import { type Place, placeOf } from "~/domains/organisations/index.server";
import { today } from "~/platform/calendar.server";
import { NotFound } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { cameOfIt } from "../../concerns/queries/came-of-it.server";
import { readable } from "../../concerns/queries/concern-page.server";
import { followedConcern } from "../../concerns/queries/find-concern.server";
import { threadOf } from "../../concerns/queries/forwardings.server";
import { topicsOf } from "../../concerns/queries/new-concern-page.server";
import { newsFor } from "../../county-news/queries/county-news.server";
import { dayText } from "../../days.server";
import { surveysFor } from "../../needs-survey/queries/answer-page.server";
import { planOwner } from "../../plans/queries/plans.server";
import { mayFollow } from "../../policy.server";

const listSize = 200;

/** The municipality of a place and those below it for which this reader works, too. @throws NotFound, Forbidden, SignInNeeded */
async function followed(view: View, slug: string): Promise<{ place: Place; ids: string[]; ownerId: string | null }> {
	const place = await placeOf(view, slug);
	demand(mayFollow, view.actor, place);
	const below = await view.db.organisation.findMany({
		where: { parentId: place.organisationId, kind: "MUNICIPALITY" },
		select: { id: true },
		take: 300,
	});
	const own = below.filter(({ id }) => mayFollow(view.actor, { organisationId: id })).map(({ id }) => id);
	const ownerId = await planOwner(view.db, place.organisationId, dayText(today(view.now)));
	return { place, ids: [place.organisationId, ...own], ownerId };
}

/** What a municipality and its county have with each other: its concerns, open ones first, and news; of one topic where one is asked for. */
export async function exchangePage(view: View, slug: string, topicId: string | null = null) {
	const { place, ids, ownerId } = await followed(view, slug);
	const [topics, concerns, news, surveys] = await Promise.all([
		ownerId ? topicsOf(view, ownerId) : [],
		view.db.concern.findMany({
			where: { municipalityId: { in: ids }, ...(topicId ? { topicId } : {}) },
			orderBy: [{ closedAt: { sort: "desc", nulls: "first" } }, { capturedAt: "desc" }, { id: "desc" }],
			take: listSize,
			select: {
				code: true,
				kind: true,
				state: true,
				origin: true,
				nextOn: true,
				capturedAt: true,
				topic: { select: { name: true } },
				municipality: { select: { shortName: true } },
			},
		}),
		newsFor(view, ids, topicId),
		surveysFor(view, ids),
	]);
	return {
		place: { slug: place.slug, name: place.name },
		topicId,
		topics: topics.map(({ id, name }) => ({ value: id, label: name })),
		news,
		surveys,
		concerns: concerns.map(({ topic, municipality, nextOn, ...row }) => ({
			...row,
			nextOn: nextOn && dayText(nextOn),
			topic: topic?.name ?? null,
			municipality: municipality?.shortName ?? "",
		})),
	};
}

/** One concern of a municipality, with the county's answers in its thread; never who asked. @throws NotFound, Forbidden */
export async function followedConcernPage(
	view: View,
	{ place: slug, concern: code }: { place: string; concern: string },
) {
	const { place, ids } = await followed(view, slug);
	const concern = await followedConcern(view, { code, municipalityIds: ids });
	return {
		place: { slug: place.slug, name: place.name },
		concern: {
			...(await readable(view, concern)),
			thread: await threadOf(view, concern.id),
			came: await cameOfIt(view, concern.id),
		},
	};
}

/** What the form for a concern of the municipality itself needs. @throws NotFound where no plan answers; Forbidden */
export async function raisingPage(view: View, slug: string) {
	const { place, ownerId } = await followed(view, slug);
	if (!ownerId) throw new NotFound();
	const [topics, account] = await Promise.all([
		topicsOf(view, ownerId),
		view.actor.kind === "person"
			? view.db.account.findUnique({ where: { personId: view.actor.personId }, select: { email: true } })
			: null,
	]);
	return {
		place: { slug: place.slug, name: place.name },
		municipalityId: place.organisationId,
		topics: topics.map(({ id, name }) => ({ value: id, label: name })),
		email: account?.email ?? "",
	};
}
