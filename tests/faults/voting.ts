// Loaded in a process of its own that is killed at work (killed-voting.test.ts).
import { castSecretVote, castVote } from "~/domains/groups/deciding/commands/cast-vote.server";
import type { Actor } from "~/platform/actor";
import { connect, database } from "~/platform/database/client.server";

type Given = {
	url: string;
	now: string;
	id: string;
	secret: boolean;
	voters: { actor: Actor; membershipId: string }[];
};

/** All vote with yes, one after the other; each is told of as soon as it is acknowledged. */
export async function voteAll({ url, now, id, secret, voters }: Given, tell: (seat: string) => void): Promise<void> {
	connect(url);
	for (const { actor, membershipId } of voters) {
		const world = { db: database(), actor, now: new Date(now), locale: "de" } as const;
		const outcome = await (secret ? castSecretVote : castVote)(world, { id, membershipId, choice: "yes", reason: "" });
		if (outcome.done) tell(membershipId);
	}
}
