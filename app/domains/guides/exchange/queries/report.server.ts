import { placeOf } from "~/domains/organisations/index.server";
import { guest } from "~/platform/actor";
import { dayOf, startOf, today } from "~/platform/calendar.server";
import { Forbidden, NotFound, SignInNeeded } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import type { ConcernOutcome } from "../../concerns/concern";
import { cameOfIt } from "../../concerns/queries/came-of-it.server";
import { dayText, storedDay } from "../../days.server";
import { needsOfReport } from "../../needs-survey/queries/of-report.server";
import { planOwner } from "../../plans/queries/plans.server";
import { bodiesAbove, coveredPlaces } from "../../plans/queries/territory.server";
import { mayFollow, mayPlan } from "../../policy.server";
import { halfYearOf, recentHalfYears } from "../half-year";

const most = 500;

/**
 * The half-year report of a municipality: what was raised, what came of it, what was declined and why, what the county told it.
 * Free of personal data: of a concern it has kind, topic, month and the sentence that staff wrote without names; its own text
 * only where it is public. For the municipality and for the guides of its county.
 * @param asked.municipalityId null: the place's own, or the one from which a county heard last
 * @throws NotFound; Forbidden or SignInNeeded
 */
export async function halfYearReport(
	view: View,
	slug: string,
	asked: { municipalityId: string | null; halfYear: string | null },
) {
	const { db, actor, now } = view;
	const place = await placeOf(view, slug);
	const day = dayOf(now);
	const ownerId = await planOwner(db, place.organisationId, dayText(today(now)));
	if (!ownerId) throw new NotFound();
	const isCounty = ownerId === place.organisationId;
	const guides = mayPlan(actor, { organisationId: ownerId });
	const places = isCounty && guides ? (await coveredPlaces(db, ownerId)).filter(({ depth }) => depth === 1) : [];
	const municipalityId =
		asked.municipalityId ?? (isCounty ? ((await lastHeardOf(view, ownerId, places)) ?? ownerId) : place.organisationId);
	if (!guides && !mayFollow(actor, { organisationId: municipalityId })) {
		throw actor.kind === "person" ? new Forbidden() : new SignInNeeded();
	}
	const municipality = await db.organisation.findUnique({
		where: { id: municipalityId },
		select: { shortName: true, children: { where: { kind: "MUNICIPALITY" }, select: { id: true }, take: 300 } },
	});
	if (!municipality || !(await bodiesAbove(db, municipalityId)).includes(ownerId)) throw new NotFound();
	const choices = recentHalfYears(day);
	const period = choices.find(({ key }) => key === asked.halfYear) ?? halfYearOf(day);
	const span = { gte: startOf(period.from), lt: startOf(period.until) };
	const here = { in: [municipalityId, ...municipality.children.map(({ id }) => id)] };
	const days = { gte: storedDay(period.from.toString()), lt: storedDay(period.until.toString()) };
	const [concerns, deliveries, officeDays, visits, needs] = await Promise.all([
		db.concern.findMany({
			where: { ownerId, municipalityId: here, capturedAt: span },
			orderBy: [{ capturedAt: "asc" }, { id: "asc" }],
			take: most,
			select: {
				id: true,
				code: true,
				kind: true,
				state: true,
				origin: true,
				text: true,
				visibility: true,
				capturedAt: true,
				topic: { select: { name: true } },
				reportBacks: { orderBy: { sentAt: "desc" }, take: 1, select: { outcome: true, summary: true } },
			},
		}),
		db.countyNewsDelivery.findMany({
			where: { municipalityId: here, deliveredAt: span, news: { ownerId, withdrawnAt: null } },
			orderBy: [{ deliveredAt: "asc" }, { id: "asc" }],
			take: most,
			select: {
				id: true,
				confirmedAt: true,
				raisedAt: true,
				discussedAt: true,
				municipality: { select: { id: true, name: true } },
				news: { select: { title: true } },
			},
		}),
		db.officeDay.count({
			where: {
				series: { ownerId, municipalityId: here },
				cancelledAt: null,
				day: days,
			},
		}),
		db.officeVisit.count({ where: { countedAt: span, officeDay: { series: { ownerId, municipalityId: here } } } }),
		needsOfReport(view, { ownerId, municipalityId, days }),
	]);
	const public_: View = { ...view, actor: guest };
	const raised = await Promise.all(
		concerns.map(async ({ id, topic, text, visibility, reportBacks, ...row }) => ({
			...row,
			topic: topic?.name ?? null,
			text: visibility === "PUBLIC" ? text : null,
			outcome: reportBacks[0]?.outcome ?? null,
			summary: reportBacks[0]?.summary ?? null,
			// Only what everybody may know: the report leaves the house.
			came: (await cameOfIt(public_, id)).map(({ kind, title, state }) => ({ kind, title, state })),
		})),
	);
	return {
		place: { slug: place.slug, name: place.name },
		municipality: { id: municipalityId, name: municipality.shortName },
		places: places.map(({ id, name }) => ({ value: id, label: name })),
		period: {
			key: period.key,
			year: period.year,
			half: period.half,
			isOver: period.until.toString() <= day.toString(),
		},
		halfYears: choices.map(({ key, year, half }) => ({ key, year, half })),
		counts: {
			raised: raised.length,
			open: raised.filter(({ state }) => state !== "ANSWERED" && state !== "CLOSED").length,
			officeDays,
			visits,
		},
		raised,
		declined: raised.filter(({ outcome }) => isDeclined(outcome)),
		// The same news reaches an association and its places, each for itself: then it says which.
		news: deliveries.map(({ id, news, municipality: reached, ...row }) => ({
			id,
			title: reached.id === municipalityId ? news.title : `${news.title} (${reached.name})`,
			...row,
		})),
		needs,
	};
}

/** The municipality from which the county heard last, so that its report does not open on an empty one. */
async function lastHeardOf(
	{ db }: View,
	ownerId: string,
	places: readonly { id: string }[],
): Promise<string | undefined> {
	const last = await db.concern.findFirst({
		where: { ownerId, municipalityId: { in: places.map(({ id }) => id) } },
		orderBy: [{ capturedAt: "desc" }, { id: "desc" }],
		select: { municipalityId: true },
	});
	return last?.municipalityId ?? places[0]?.id;
}

function isDeclined(outcome: ConcernOutcome | null): boolean {
	return outcome === "DECLINED";
}

export type HalfYearReport = Awaited<ReturnType<typeof halfYearReport>>;
