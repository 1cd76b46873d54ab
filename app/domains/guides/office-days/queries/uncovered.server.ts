import { coversOn, standInsFor, type UncoveredDay } from "~/domains/organisations/index.server";
import { daysFrom, inForce, type StoredDate, today } from "~/platform/calendar.server";
import { formatFor, textFor } from "~/platform/i18n";
import type { Waiting } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
import { dayText, storedDay } from "../../days.server";
import { needsMessages } from "../../needs-messages";
import { guideRoles, mayPlan } from "../../policy.server";
import { placeOfGuides } from "../../queries/place-of-guides.server";
import { type OfficeDayView, officeDays } from "./upcoming.server";

/** How far ahead is looked, in days. */
const ahead = 28;
/** The same within one absence, which may have no end yet. */
const absenceAhead = 90;

/**
 * Office days that fall into an absence without a cover: nobody would be there. Each waits for a cover, another day or its
 * cancellation.
 */
async function uncoveredDays(
	view: Pick<View, "db" | "now">,
	of: { ownerId?: string; postIds?: readonly string[]; from: StoredDate; to: StoredDate },
) {
	const { from, to, ...whose } = of;
	const days = await officeDays(view, { ...whose, from: dayText(from), to: dayText(to) });
	const coming = days.filter(({ opening }) => !opening.cancelled && opening.closesAt > view.now);
	const found: (typeof coming)[number][] = [];
	for (const [day, same] of Map.groupBy(coming, ({ opening }) => opening.day)) {
		const posts = [...new Set(same.map(({ post }) => post.id))];
		const covers = await coversOn(view, posts, storedDay(day));
		found.push(
			...same.filter(({ post }) => {
				const covered = covers.get(post.id);
				// A vacant post is no absence: its office days were announced by those who look after it.
				return covered?.cover.by === "nobody" && covered.post.holdings.length > 0;
			}),
		);
	}
	return found;
}

const standInsShown = 4;

/** Who could be there instead: somebody who is there that day, can get in, and has no office day of their own at the same time. */
async function standInsAt(view: Pick<View, "db" | "now">, { post, opening }: OfficeDayView): Promise<string[]> {
	const day = opening.day;
	const able = await standInsFor(view, post.id, storedDay(day));
	const theirs = await officeDays(view, { postIds: able.map(({ postId }) => postId), from: day, to: day });
	const busy = theirs
		.filter(
			(one) =>
				!one.opening.cancelled && one.opening.opensAt < opening.closesAt && opening.opensAt < one.opening.closesAt,
		)
		.map((one) => one.post.id);
	return able
		.filter(({ postId }) => !busy.includes(postId))
		.slice(0, standInsShown)
		.map(({ names, label }) => `${names.join(", ")} – ${label}`);
}

/** The office days of these posts within an absence on which nobody would be there, in the reader's words. */
export async function uncoveredWithin(
	view: View,
	{ postIds, from, until }: { postIds: string[]; from: StoredDate; until: StoredDate | null },
): Promise<UncoveredDay[]> {
	if (postIds.length === 0) return [];
	const last = daysFrom(from, absenceAhead);
	const to = until && daysFrom(until, -1) < last ? daysFrom(until, -1) : last;
	const { weekday, time } = formatFor(view.locale);
	const days = await uncoveredDays(view, { postIds, from, to });
	return Promise.all(
		days.map(async (one) => ({
			key: `${one.code}:${one.day}`,
			title: `${weekday(one.opening.day)}, ${time(one.opening.opensAt)}–${time(one.opening.closesAt)}`,
			href: mayPlan(view.actor, { organisationId: one.ownerId })
				? `/o/${one.placeSlug}/verwaltung/sprechtage/${one.code}/${one.day}`
				: null,
			where: `${one.municipality.name}, ${one.opening.place}`,
			bookings: one.bookings,
			standIns: await standInsAt(view, one),
		})),
	);
}

/** The next four weeks of an owner. */
function soon(view: Pick<View, "db" | "now">, ownerId: string) {
	const from = today(view.now);
	return uncoveredDays(view, { ownerId, from, to: daysFrom(from, ahead) });
}

/** The office days without anybody there, each with the absence to find a cover for. @throws NotFound; Forbidden, SignInNeeded */
export async function uncoveredPage(view: View, slug: string) {
	const place = await placeOfGuides(view, slug);
	const days = await soon(view, place.ownerId);
	return {
		place,
		days: await Promise.all(
			days.map(async (day) => {
				const on = inForce(storedDay(day.opening.day));
				const absence = await view.db.absence.findFirst({
					where: { ...on, person: { holdings: { some: { postId: day.post.id, ...on } } } },
					select: { id: true },
					orderBy: { id: "asc" },
				});
				return { ...day, absenceId: absence?.id ?? null, standIns: await standInsAt(view, day) };
			}),
		),
	};
}

/** How many there are at the organisations for which this person works. */
export async function waitingUncovered(view: View): Promise<Waiting[]> {
	const { actor, db, locale } = view;
	if (actor.kind !== "person") return [];
	const ids = actor.grants.flatMap(({ role, scope }) =>
		guideRoles.some((one) => one === role) && scope.kind === "organisation" ? [scope.id] : [],
	);
	const owners = await db.space.findMany({
		where: { organisationId: { in: [...new Set(ids)] }, organisation: { officeSeries: { some: {} } } },
		select: { organisationId: true, slug: true, name: true },
		orderBy: { name: "asc" },
	});
	const t = textFor(locale, needsMessages);
	const counted = await Promise.all(
		owners
			.filter(({ organisationId }) => mayPlan(actor, { organisationId }))
			.map(async (owner) => ({ ...owner, count: (await soon(view, owner.organisationId)).length })),
	);
	return counted
		.filter(({ count }) => count > 0)
		.map(({ slug, name, count }) => ({
			label: t("uncovered.waiting", { place: name }),
			count,
			href: `/o/${slug}/verwaltung/sprechtage/ohne-vertretung`,
			urgent: true,
		}));
}
