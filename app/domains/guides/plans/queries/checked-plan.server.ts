import type { View } from "~/platform/world.server";
import type { Plan } from "../coverage-plan";
import { checkPlan } from "../plan-check";
import { topicsAround } from "../territory";
import { cellOf, coveredPlaces, territoryOf } from "./territory.server";

/** Asks a plan about all places and topics of its owner, the unknown topic included. */
export async function checkedPlan({ db }: Pick<View, "db">, ownerId: string, plan: Plan) {
	const [territory, places] = await Promise.all([territoryOf(db, ownerId), coveredPlaces(db, ownerId)]);
	const rows = places.map(({ id, bodies }) => ({ municipalityId: id, areas: cellOf(territory, bodies, null).areas }));
	const topics = territory.topics.filter(
		({ from, until }) => (plan.until === null || from < plan.until) && (until === null || until > plan.from),
	);
	const columns = [null, ...topics.map(({ id }) => id)].map((topicId) => ({
		topicId,
		topics: topicsAround(territory.topics, topicId),
	}));
	return { territory, places, ...checkPlan(plan, { rows, columns }) };
}
