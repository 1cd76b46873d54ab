import type { View } from "~/platform/world.server";
import { houseTypes, type RelationType } from "../relation-type";

const listSize = 200;

/** The types that an owner can use: those of the house, then its own. */
export async function typesOf({ db }: Pick<View, "db">, ownerId: string): Promise<RelationType[]> {
	const own = await db.networkRelationType.findMany({
		where: { ownerId },
		orderBy: [{ forwardDe: "asc" }, { id: "asc" }],
		take: listSize,
	});
	return [
		...houseTypes,
		...own.map((row) => ({
			key: row.id,
			forward: { de: row.forwardDe, en: row.forwardEn },
			backward: { de: row.backwardDe, en: row.backwardEn },
			directed: row.directed,
			from: row.fromKind,
			to: row.toKind,
			mandate: false,
		})),
	];
}

/** A post of the house that a person holds, as a tie: it is entered in organisations, never here. */
export const holdingType: RelationType = {
	key: "holding",
	forward: { de: "hat eine Stelle bei", en: "holds a post at" },
	backward: { de: "hat als Stelleninhaber*in", en: "has as holder of a post" },
	directed: true,
	from: "PERSON",
	to: "ORGANISATION",
	mandate: false,
};
