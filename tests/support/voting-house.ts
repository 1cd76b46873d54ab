import type { QuorumChoice } from "~/domains/groups/charter/rule-choice";
import { manifest } from "~/domains/groups/manifest.server";
import { type Actor, house } from "~/platform/actor";
import type { PrismaClient } from "~/platform/database/generated/client";
import { introduce } from "~/platform/manifest.server";
import type { World } from "~/platform/world.server";
import { type GroupMade, type MemberWanted, workingGroup } from "~tests/factories/groups";
import { human, personWith, place, worldOf } from "~tests/factories/participation";
import { freshDatabase } from "./database";

type GroupWanted = {
	name?: string;
	/** The people sit in these in turns: the first in the first, the next in the next. */
	benches: readonly MemberWanted["bench"][];
	/** How many of the people; all when left out. */
	seats?: number;
	eachBench?: boolean;
	/** None when left out. */
	quorum?: QuorumChoice;
};

export type VotingHouse = {
	db: PrismaClient;
	/** Connection of the owner of the tables. */
	url: string;
	mayen: Awaited<ReturnType<typeof place>>;
	/** The first of the people, who presides every group made here. */
	chair: Actor;
	/** Runs the groups of the place. */
	manager: Actor;
	world(actor?: Actor, at?: Date): World;
	/** A working group whose rule is the simple majority. */
	group(wanted: GroupWanted): Promise<GroupMade>;
	/** Somebody with a seat and an account: no role, no second factor. */
	citizen(personId: string): Actor;
};

/**
 * What a test of votes needs: a database, a place, people to give seats to. Call it once, in `beforeAll`.
 * @param people how many
 */
export async function votingHouse(now: Date, people: number): Promise<VotingHouse> {
	const { db, url } = await freshDatabase();
	introduce([manifest]);
	const mayen = await place(db, now);
	const ids: string[] = [];
	for (let index = 0; index < people; index += 1) ids.push(await human(db, now, `Mitglied ${index}`));
	const world = (actor: Actor = house, at = now) => worldOf(db, actor, at);
	return {
		...{ db, url, mayen, world },
		chair: { ...personWith([], mayen.organisationId, { personId: ids[0] ?? "" }), grants: [] },
		manager: personWith(["participation-manager"], mayen.organisationId, { personId: await human(db, now, "Amt") }),
		group: ({ name, benches, seats = people, eachBench = false, quorum = "none" }) =>
			workingGroup(world(), {
				organisationId: mayen.organisationId,
				...(name && { name }),
				benches: benches.map((kind) => ({ kind, minSeats: 1, maxSeats: people })),
				members: ids.slice(0, seats).map((personId, index) => ({
					bench: benches[index % benches.length] ?? "citizens",
					person: { personId },
					function: index === 0 ? "chair" : "member",
				})),
				rule: { threshold: "simple-majority", quorum, eachBench },
			}),
		citizen: (personId) => ({ ...personWith([], mayen.organisationId, { personId }), secondFactor: false }),
	};
}

/** "done", or the code of the first refusal. */
export const firstCode = (outcome: { done: boolean; refusals?: { code: string }[] }): string | undefined =>
	outcome.done ? "done" : outcome.refusals?.[0]?.code;
