import { coversOn } from "~/domains/organisations/index.server";
import { daysFrom, inForce, today } from "~/platform/calendar.server";
import { textFor } from "~/platform/i18n";
import type { Waiting } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
import { dayText, storedDay } from "../../days.server";
import { needsMessages } from "../../needs-messages";
import { guideRoles, mayPlan } from "../../policy.server";
import { placeOfGuides } from "../../queries/place-of-guides.server";
import { officeDays } from "./upcoming.server";

/** How far ahead is looked, in days. */
const ahead = 28;

/**
 * Office days that fall into an absence without a cover: nobody would be there. Each waits for a cover, another day or its
 * cancellation.
 */
async function uncoveredDays(view: Pick<View, "db" | "now">, ownerId: string) {
	const from = today(view.now);
	const days = await officeDays(view, { ownerId, from: dayText(from), to: dayText(daysFrom(from, ahead)) });
	const coming = days.filter(({ opening }) => !opening.cancelled && opening.closesAt > view.now);
	const found: (typeof coming)[number][] = [];
	for (const [day, of] of Map.groupBy(coming, ({ opening }) => opening.day)) {
		const posts = [...new Set(of.map(({ post }) => post.id))];
		const covers = await coversOn(view, posts, storedDay(day));
		found.push(
			...of.filter(({ post }) => {
				const covered = covers.get(post.id);
				// A vacant post is no absence: its office days were announced by those who look after it.
				return covered?.cover.by === "nobody" && covered.post.holdings.length > 0;
			}),
		);
	}
	return found;
}

/** The office days without anybody there, each with the absence to find a cover for. @throws NotFound; Forbidden, SignInNeeded */
export async function uncoveredPage(view: View, slug: string) {
	const place = await placeOfGuides(view, slug);
	const days = await uncoveredDays(view, place.ownerId);
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
				return { ...day, absenceId: absence?.id ?? null };
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
			.map(async (owner) => ({ ...owner, count: (await uncoveredDays(view, owner.organisationId)).length })),
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
