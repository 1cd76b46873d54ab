import { postsOf } from "~/domains/organisations/index.server";
import { inForce, today } from "~/platform/calendar.server";
import type { View } from "~/platform/world.server";
import { labelAt, type RelationType } from "../relation-type";
import type { PartyKind } from "../vocabulary";
import { typesOf } from "./relation-types.server";

type Choice = { value: string; label: string };
const listSize = 500;

/** The owner's topics and areas of today, by name. */
export async function termChoices({ db, now }: View, ownerId: string): Promise<{ topics: Choice[]; areas: Choice[] }> {
	const where = { ownerId, ...inForce(today(now)) };
	const [topics, areas] = await Promise.all([
		db.topic.findMany({ where, orderBy: [{ position: "asc" }, { name: "asc" }, { id: "asc" }], take: listSize }),
		db.area.findMany({ where, orderBy: [{ name: "asc" }, { id: "asc" }], take: listSize }),
	]);
	const choice = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
	return { topics: topics.map(choice), areas: areas.map(choice) };
}

/** The owner's posts, one of which keeps a contact. */
export async function keeperChoices(view: View, ownerId: string): Promise<Choice[]> {
	return (await postsOf(view, ownerId)).map(({ id, label }) => ({ value: id, label }));
}

/** Types of ties as the filter names them. */
export async function typeChoices(view: View, ownerId: string): Promise<Choice[]> {
	return (await typesOf(view, ownerId)).map((type) => ({ value: type.key, label: labelAt(type, "from", view.locale) }));
}

/**
 * Types of ties that begin or end at a party of this kind, each read from that party: the value is the key, with "<" before it
 * where the party is the second end.
 */
export async function typeChoicesAt(view: View, ownerId: string, kind: PartyKind): Promise<Choice[]> {
	const may = (wanted: PartyKind | null) => wanted === null || wanted === kind;
	const read = (type: RelationType) => [
		...(may(type.from) ? [{ value: type.key, label: `${labelAt(type, "from", view.locale)} …` }] : []),
		...(may(type.to) && type.directed
			? [{ value: `<${type.key}`, label: `${labelAt(type, "to", view.locale)} …` }]
			: []),
	];
	return (await typesOf(view, ownerId)).flatMap(read);
}
