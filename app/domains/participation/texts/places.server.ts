import type { ActWorld } from "~/platform/act.server";
import type { Prisma } from "~/platform/database/generated/client";
import { type Anchor, locate } from "~/platform/passages/anchor";
import type { StoredBlock } from "./queries/blocks.server";

type Anchored = {
	contributionId: string;
	blockKey: string | null;
	quote: string;
	before: string;
	after: string;
	whole: boolean;
};

/** Writes down where these annotations stand in a version; those on the text as a whole have no place. */
export async function storePlaces(
	world: ActWorld,
	versionId: string,
	blocks: readonly StoredBlock[],
	annotations: readonly Anchored[],
): Promise<{ lost: number }> {
	const places = annotations.flatMap<Prisma.AnnotationPlaceCreateManyInput>(
		({ contributionId, blockKey, ...anchor }) => {
			if (blockKey === null) return [];
			const place = locate({ ...anchor, key: blockKey } satisfies Anchor, blocks);
			return place.how === "lost"
				? [{ contributionId, versionId, how: place.how, blockKey: null, start: null, end: null }]
				: [{ contributionId, versionId, how: place.how, blockKey: place.key, start: place.start, end: place.end }];
		},
	);
	await world.db.annotationPlace.createMany({ data: places, skipDuplicates: true });
	return { lost: places.filter(({ how }) => how === "lost").length };
}
