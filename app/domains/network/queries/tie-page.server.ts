import { personNames } from "~/domains/accounts/index.server";
import { givenId } from "~/platform/http/given-id.server";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { dayLookedAt, dayText, lastDayText } from "../days.server";
import { circlesOf } from "../policy.server";
import { labelAt } from "../relation-type";
import { findParty, seesParty } from "./find-party.server";
import { keepersPlace } from "./place-of-network.server";
import { typesOf } from "./relation-types.server";
import { tieHistory } from "./tie-history.server";

/** One tie for those who keep it. @throws NotFound when it or an end is not there for them; Forbidden or SignInNeeded */
export async function tiePage(view: View, at: { place: string; tie: string }) {
	const place = await keepersPlace(view, at.place);
	const tie = await view.db.networkTie.findFirst({
		where: { id: givenId(at.tie), ownerId: place.ownerId },
		include: { onBehalfOf: true, substituteFor: true },
	});
	if (!tie || !circlesOf(view.actor, place.ownerId).includes(tie.visibility)) throw new NotFound();
	const from = await findParty(view, place.ownerId, tie.fromId);
	const to = await findParty(view, place.ownerId, tie.toId);
	const type = (await typesOf(view, place.ownerId)).find(({ key }) => key === tie.type);
	const events = await tieHistory(view, tie);
	const names = await personNames(view, [tie.authorId, ...events.map(({ actorId }) => actorId)]);
	const named = (id: string | null) => (id ? (names.get(id) ?? null) : null);
	const seen = (party: typeof tie.onBehalfOf) => (party && seesParty(view, party) ? party.displayName : "");
	return {
		place,
		today: dayLookedAt(null, view.now).text,
		tie: {
			id: tie.id,
			revision: tie.revision,
			from: { id: from.id, name: from.displayName },
			to: { id: to.id, name: to.displayName },
			forward: type ? labelAt(type, "from", view.locale) : "–",
			backward: type ? labelAt(type, "to", view.locale) : "–",
			role: tie.role,
			since: dayText(tie.validFrom),
			lastDay: lastDayText(tie.validUntil),
			ended: tie.validUntil !== null,
			source: tie.source,
		},
		/** As the form shows them. */
		values: {
			...{ role: tie.role, firstDay: dayText(tie.validFrom), lastDay: lastDayText(tie.validUntil) ?? "" },
			...{ source: tie.source, purpose: tie.purpose, basis: tie.basis, visibility: tie.visibility },
			...{ term: tie.term ?? "", electoralArea: tie.electoralArea ?? "" },
			votingRight: tie.votingRight === null ? "" : tie.votingRight ? "yes" : "no",
			...{ onBehalfOf: seen(tie.onBehalfOf), substituteFor: seen(tie.substituteFor) },
		},
		/** Who is named in the tie and not shown to this reader: saving leaves them there. */
		unseen: {
			onBehalfOfId: tie.onBehalfOf && !seen(tie.onBehalfOf) ? tie.onBehalfOfId : null,
			substituteForId: tie.substituteFor && !seen(tie.substituteFor) ? tie.substituteForId : null,
		},
		history: [
			{ id: tie.id, at: tie.createdAt, what: "began" as const, day: null, changes: [], by: named(tie.authorId) },
			...events.map(({ actorId, ...event }) => ({ ...event, by: named(actorId) })),
		],
	};
}
