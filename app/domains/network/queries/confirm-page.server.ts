import { inForce, today } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import { monthsOld, uncertainSince } from "../certainty";
import { dayText } from "../days.server";
import { circlesOf } from "../policy.server";
import { labelAt } from "../relation-type";
import { seesParty } from "./find-party.server";
import { keepersPlace } from "./place-of-network.server";
import { typesOf } from "./relation-types.server";
import { ownPosts } from "./waiting.server";

const pageSize = 50;

/**
 * Parties that nobody has confirmed for twelve months, the oldest first, each with what stands there, so that one confirms what one
 * has read. Those of the reader's posts, or of everybody. At most 50 at once.
 */
export async function confirmPage(view: View, slug: string, whose: "mine" | "all") {
	const place = await keepersPlace(view, slug);
	const { ownerId } = place;
	const { db, now, actor, locale } = view;
	const day = today(now);
	const visibility = { in: circlesOf(actor, ownerId) };
	const limit = new Date(`${uncertainSince(dayText(day))}T00:00:00Z`);
	const posts = whose === "mine" ? await ownPosts(view) : [];
	const where = {
		...{ ownerId, visibility, mergedIntoId: null, erasedAt: null, confirmedOn: { lte: limit } },
		...(whose === "mine" ? { OR: [{ keeperPostId: { in: posts } }, { keeperPostId: null }] } : {}),
	};
	const tie = { where: { visibility, ...inForce(day) }, include: { from: true, to: true }, take: 20 };
	const [rows, total, types, marks] = await Promise.all([
		db.networkParty.findMany({
			where,
			include: { tiesFrom: tie, tiesTo: tie, keeperPost: { select: { label: true } } },
			orderBy: [{ confirmedOn: "asc" }, { displayName: "asc" }, { id: "asc" }],
			take: pageSize,
		}),
		db.networkParty.count({ where }),
		typesOf(view, ownerId),
		db.networkKeyPerson.findMany({
			where: { ownerId, visibility, reviewOn: { lte: day }, AND: [inForce(day)], party: { mergedIntoId: null } },
			include: { party: true },
			orderBy: [{ reviewOn: "asc" }, { id: "asc" }],
			take: pageSize,
		}),
	]);
	const labels = new Map(types.map((type) => [type.key, type]));
	const said = (row: (typeof rows)[number]) =>
		[...row.tiesFrom, ...row.tiesTo]
			.filter(({ from, to }) => seesParty(view, from) && seesParty(view, to))
			.map(({ fromId, from, to, type: key, role }) => {
				const end = fromId === row.id ? ("from" as const) : ("to" as const);
				const type = labels.get(key);
				const other = end === "from" ? to : from;
				return `${type ? labelAt(type, end, locale) : "–"} ${other.displayName}${role ? ` (${role})` : ""}`;
			});
	return {
		place,
		whose,
		total,
		parties: rows
			.filter((row) => seesParty(view, row))
			.map((row) => ({
				...{ id: row.id, name: row.displayName, email: row.email, phone: row.phone },
				keeper: row.keeperPost?.label ?? null,
				months: monthsOld(dayText(row.confirmedOn), dayText(day)),
				ties: said(row),
			})),
		reviews: marks
			.filter(({ party }) => seesParty(view, party))
			.map(({ id, party, reviewOn, why }) => ({
				...{ id, why, partyId: party.id, name: party.displayName },
				reviewOn: dayText(reviewOn),
			})),
	};
}
