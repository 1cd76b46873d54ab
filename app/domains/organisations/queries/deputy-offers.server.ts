import { inForce, today } from "~/platform/calendar.server";
import { SignInNeeded } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { dayText, lastDayText, nameOf } from "./posts.server";
import { coveredPosts } from "./seats.server";

function offeredTo(view: View, personId: string) {
	const day = today(view.now);
	return {
		acceptedAt: null,
		OR: [{ validUntil: null }, { validUntil: { gt: day } }],
		deputyPost: { holdings: { some: { personId, ...inForce(day) } }, AND: [inForce(day)] },
	};
}

/** How many posts this reader was asked to stand in for and has not answered. */
export async function countDeputyOffers(view: View): Promise<number> {
	if (view.actor.kind !== "person") return 0;
	return view.db.deputyArrangement.count({ where: offeredTo(view, view.actor.personId) });
}

/** The posts this reader was asked to stand in for. @throws SignInNeeded for guests */
export async function deputyOffers(view: View) {
	const { actor } = view;
	if (actor.kind !== "person") throw new SignInNeeded();
	const day = today(view.now);
	const rows = await view.db.deputyArrangement.findMany({
		where: offeredTo(view, actor.personId),
		select: {
			id: true,
			absenceId: true,
			validFrom: true,
			validUntil: true,
			deputyPost: { select: { label: true } },
			post: {
				select: {
					label: true,
					organisation: { select: { shortName: true } },
					holdings: {
						where: inForce(day),
						select: { person: { select: { displayName: true, erasedAt: true } } },
						orderBy: { id: "asc" },
						take: 20,
					},
				},
			},
		},
		orderBy: [{ validFrom: "asc" }, { id: "asc" }],
		take: 100,
	});
	return rows.map(({ id, absenceId, post, deputyPost, validFrom, validUntil }) => ({
		id,
		/** A cover for an absence can be declined; a standing arrangement is its administrator's. */
		mayDecline: absenceId !== null,
		post: post.label,
		organisation: post.organisation.shortName,
		holder: post.holdings.map(({ person }) => nameOf(person, view)).join(", ") || null,
		as: deputyPost.label,
		from: dayText(validFrom),
		until: validUntil && lastDayText(validUntil),
	}));
}

/** The labels of the posts that this reader stands in for today. */
export async function deputised(view: View): Promise<string[]> {
	const ids = await coveredPosts(view);
	if (ids.length === 0) return [];
	const rows = await view.db.post.findMany({
		where: { id: { in: ids } },
		select: { label: true, organisation: { select: { shortName: true } } },
		orderBy: [{ label: "asc" }, { id: "asc" }],
		take: 50,
	});
	return rows.map(({ label, organisation }) => `${label}, ${organisation.shortName}`);
}
