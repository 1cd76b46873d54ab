import { inForce, today } from "~/platform/calendar.server";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { mayAdminister } from "../policy.server";
import { bodiesAt } from "./bodies.server";
import { managedPlace } from "./place-start.server";
import { dayText, lastDayText, nameOf } from "./posts.server";

const listSize = 300;

/** The bodies of a place whose posts this reader administers. */
export async function managedBodies(view: View, slug: string) {
	const place = await managedPlace(view, slug);
	const bodies = await bodiesAt(view, place.organisationId);
	return { place, bodies: bodies.filter(({ id }) => mayAdminister(view.actor, { organisationId: id })) };
}

/** All living posts of a place for its administrators, with who holds them. At most 300. */
export async function managedPosts(view: View, slug: string) {
	const { place, bodies } = await managedBodies(view, slug);
	const day = today(view.now);
	const rows = await view.db.post.findMany({
		where: {
			organisationId: { in: bodies.map(({ id }) => id) },
			OR: [{ validUntil: null }, { validUntil: { gt: day } }],
		},
		select: {
			id: true,
			label: true,
			isPublic: true,
			organisation: { select: { shortName: true } },
			holdings: {
				where: inForce(day),
				select: { person: { select: { displayName: true, erasedAt: true } } },
				orderBy: { id: "asc" },
				take: 20,
			},
		},
		orderBy: [{ organisation: { shortName: "asc" } }, { kind: "asc" }, { label: "asc" }, { id: "asc" }],
		take: listSize,
	});
	return {
		place,
		posts: rows.map(({ organisation, holdings, ...post }) => ({
			...post,
			organisation: organisation.shortName,
			holder: holdings.map(({ person }) => nameOf(person, view)).join(", ") || null,
		})),
	};
}

/** One living post of a place for its administrators. @throws NotFound when it is none of theirs; Forbidden, SignInNeeded */
export async function managedPost(view: View, slug: string, postId: string) {
	const { place, bodies } = await managedBodies(view, slug);
	const day = today(view.now);
	const living = { OR: [{ validUntil: null }, { validUntil: { gt: day } }] };
	const row = await view.db.post.findFirst({
		where: { id: postId, organisationId: { in: bodies.map(({ id }) => id) }, ...living },
		select: {
			id: true,
			organisationId: true,
			label: true,
			kind: true,
			mailbox: true,
			phone: true,
			room: true,
			singleSeat: true,
			isPublic: true,
			validUntil: true,
			organisation: { select: { shortName: true } },
			holdings: {
				where: living,
				select: {
					id: true,
					acting: true,
					validFrom: true,
					validUntil: true,
					person: { select: { displayName: true, erasedAt: true } },
				},
				orderBy: [{ validFrom: "asc" }, { id: "asc" }],
				take: 100,
			},
			deputies: {
				where: living,
				select: {
					id: true,
					rank: true,
					validFrom: true,
					validUntil: true,
					acceptedAt: true,
					deputyPost: { select: { label: true } },
				},
				orderBy: [{ rank: "asc" }, { id: "asc" }],
				take: 100,
			},
		},
	});
	if (!row) throw new NotFound();
	const { organisation, holdings, deputies, validUntil, ...post } = row;
	const period = (row: { validFrom: Date; validUntil: Date | null }) => ({
		from: dayText(row.validFrom),
		until: row.validUntil && lastDayText(row.validUntil),
	});
	return {
		place,
		post: { ...post, organisation: organisation.shortName, lastDay: validUntil && lastDayText(validUntil) },
		holdings: holdings.map((holding) => ({
			id: holding.id,
			name: nameOf(holding.person, view),
			acting: holding.acting,
			...period(holding),
		})),
		deputies: deputies.map((deputy) => ({
			id: deputy.id,
			rank: deputy.rank,
			label: deputy.deputyPost.label,
			accepted: deputy.acceptedAt !== null,
			...period(deputy),
		})),
	};
}

/** Posts that may stand in for a post of this organisation: its own, and those of organisations that act for it. */
export async function possibleDeputies({ db, now }: View, post: { id: string; organisationId: string }) {
	const day = today(now);
	const { organisationId } = post;
	const rows = await db.post.findMany({
		where: {
			id: { not: post.id },
			...inForce(day),
			organisation: {
				OR: [{ id: organisationId }, { actsFor: { some: { principalId: organisationId, ...inForce(day) } } }],
			},
		},
		select: { id: true, label: true, organisation: { select: { shortName: true } } },
		orderBy: [{ organisation: { shortName: "asc" } }, { label: "asc" }, { id: "asc" }],
		take: listSize,
	});
	return rows.map(({ id, label, organisation }) => ({ value: id, label, group: organisation.shortName }));
}
