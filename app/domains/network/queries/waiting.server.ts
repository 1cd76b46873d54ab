import { coveredPosts } from "~/domains/organisations/index.server";
import { daysFrom, inForce, today } from "~/platform/calendar.server";
import { textFor } from "~/platform/i18n";
import type { Waiting } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
import { uncertainSince } from "../certainty";
import { dayText } from "../days.server";
import { circlesOf, mayAnswerPeople, mayKeepNetwork } from "../policy.server";
import { staffMessages } from "../staff-messages";

/** Days before the law's month is over (Art. 14 (3) GDPR) from which informing people is urgent. */
const urgentAfterDays = 21;

/** The posts as which this reader acts today. */
export async function ownPosts(view: View): Promise<string[]> {
	const { db, actor, now } = view;
	if (actor.kind !== "person") return [];
	const rows = await db.postHolding.findMany({
		where: { personId: actor.personId, ...inForce(today(now)) },
		select: { postId: true },
		take: 50,
	});
	return [...new Set([...rows.map(({ postId }) => postId), ...(await coveredPosts(view))])];
}

/** What waits in the networks that this person keeps: contacts to confirm, people to inform, objections, reviews. */
export async function waiting(view: View): Promise<Waiting[]> {
	const { db, actor, now, locale } = view;
	if (actor.kind !== "person") return [];
	const owners = [
		...new Set(actor.grants.flatMap(({ scope }) => (scope.kind === "organisation" ? [scope.id] : []))),
	].filter((ownerId) => mayKeepNetwork(actor, { ownerId }));
	const spaces = await db.space.findMany({
		where: { organisationId: { in: owners }, openedAt: { lte: now } },
		select: { organisationId: true, slug: true, name: true },
		orderBy: { name: "asc" },
	});
	if (spaces.length === 0) return [];
	const posts = await ownPosts(view);
	const day = today(now);
	const t = textFor(locale, staffMessages);
	const entries = await Promise.all(
		spaces.map(async ({ organisationId: ownerId, slug, name }): Promise<Waiting[]> => {
			// Nobody is sent to a page that does not show them what waits.
			const visibility = { in: circlesOf(actor, ownerId) };
			const mine = { ownerId, visibility, mergedIntoId: null, erasedAt: null };
			const answers = mayAnswerPeople(actor, { ownerId });
			const limit = new Date(`${uncertainSince(dayText(day))}T00:00:00Z`);
			// What no post keeps is the business of those who lead.
			const keeper = { OR: [{ keeperPostId: { in: posts } }, ...(answers ? [{ keeperPostId: null }] : [])] };
			const uninformed = { ...mine, kind: "PERSON" as const, informedOn: null };
			const here = `/o/${slug}/verwaltung/netzwerk`;
			const [old, untold, first, objections, reviews] = await Promise.all([
				db.networkParty.count({ where: { ...mine, confirmedOn: { lte: limit }, ...keeper } }),
				db.networkParty.count({ where: { ...uninformed, ...keeper } }),
				db.networkParty.findFirst({
					where: { ...uninformed, ...keeper },
					orderBy: { createdAt: "asc" },
					select: { createdAt: true },
				}),
				answers
					? db.networkParty.count({ where: { ...mine, objectedAt: { not: null }, objectionAnsweredAt: null } })
					: 0,
				db.networkKeyPerson.count({
					where: { ownerId, reviewOn: { lte: day }, AND: [inForce(day)], party: { ...mine, ...keeper } },
				}),
			]);
			const late = first !== null && first.createdAt < daysFrom(day, -urgentAfterDays);
			return [
				{ label: t("waiting.objections"), about: name, count: objections, href: `${here}/menschen`, urgent: true },
				{ label: t("waiting.inform"), about: name, count: untold, href: `${here}/menschen`, urgent: late },
				{ label: t("waiting.reviews"), about: name, count: reviews, href: `${here}/bestaetigen`, urgent: false },
				{ label: t("waiting.confirm"), about: name, count: old, href: `${here}/bestaetigen`, urgent: false },
			].filter(({ count }) => count > 0);
		}),
	);
	return entries.flat();
}
