import { givenId } from "~/platform/http/given-id.server";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { dayLookedAt, dayText, lastDayText } from "../days.server";
import { circlesOf } from "../policy.server";
import { labelAt } from "../relation-type";
import { findParty } from "./find-party.server";
import { keepersPlace } from "./place-of-network.server";
import { typesOf } from "./relation-types.server";

/** One tie for those who keep it. @throws NotFound when it or an end is not there for them; Forbidden or SignInNeeded */
export async function tiePage(view: View, at: { place: string; tie: string }) {
	const place = await keepersPlace(view, at.place);
	const tie = await view.db.networkTie.findFirst({ where: { id: givenId(at.tie), ownerId: place.ownerId } });
	if (!tie || !circlesOf(view.actor, place.ownerId).includes(tie.visibility)) throw new NotFound();
	const from = await findParty(view, place.ownerId, tie.fromId);
	const to = await findParty(view, place.ownerId, tie.toId);
	const type = (await typesOf(view, place.ownerId)).find(({ key }) => key === tie.type);
	return {
		place,
		today: dayLookedAt(null, view.now).text,
		tie: {
			id: tie.id,
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
	};
}
