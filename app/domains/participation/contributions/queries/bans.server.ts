import { personNames } from "~/domains/accounts/index.server";
import { placeOf } from "~/domains/organisations/index.server";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { mayBan } from "../policy.server";
import { moderatedComment } from "./moderated-comment.server";
import { moderatedContribution } from "./moderation-queue.server";

/** The newest hundred bans of a place. @throws NotFound, Forbidden */
export async function bansAt(view: View, slug: string) {
	const place = await placeOf(view, slug);
	demand(mayBan, view.actor, place);
	const rows = await view.db.ban.findMany({
		where: { organisationId: place.organisationId },
		orderBy: [{ from: "desc" }, { id: "asc" }],
		take: 100,
		select: { id: true, personId: true, addressHash: true, rule: true, until: true, liftedAt: true },
	});
	const names = await personNames(
		view,
		rows.map(({ personId }) => personId),
	);
	return {
		place: { slug: place.slug, name: place.name },
		bans: rows.map(({ id, personId, addressHash, rule, until, liftedAt }) => ({
			id,
			name: personId ? (names.get(personId) ?? null) : null,
			kind: personId ? ("person" as const) : addressHash ? ("guest" as const) : ("gone" as const),
			rule,
			// what ends at midnight is named by the day before it
			lastMoment: new Date(until.getTime() - 1),
			state: liftedAt ? ("lifted" as const) : until <= view.now ? ("over" as const) : ("running" as const),
		})),
	};
}

/** The text whose author is to be banned, as the moderator reads it. @throws NotFound, Forbidden */
export async function textToBanFor(
	view: View,
	{ place, kind, id }: { place: string; kind: "contribution" | "comment"; id: string },
) {
	const { organisationId } = await placeOf(view, place);
	demand(mayBan, view.actor, { organisationId });
	if (kind === "comment") {
		const comment = await moderatedComment(view, { place, id });
		return { id, title: comment.contribution.title, text: comment.text, author: comment.author, place: comment.place };
	}
	const contribution = await moderatedContribution(view, { place, id });
	return {
		id,
		title: contribution.title,
		text: contribution.excerpt,
		author: contribution.author,
		place: contribution.place,
	};
}
