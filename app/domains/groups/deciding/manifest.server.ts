import type { Manifest } from "~/platform/manifest.server";
import { closeDueVotes, remindDueVotes } from "./commands/close-vote.server";
import { voteNotices } from "./notices.server";
import { votePersonalData } from "./personal-data.server";
import { openVotesWaiting } from "./queries/open-votes-waiting.server";

/** What the house needs to know of votes. */
export const decidingManifest: Omit<Manifest, "domain"> = {
	notices: voteNotices,
	sweeps: { "groups.close-votes": closeDueVotes, "groups.remind-of-votes": remindDueVotes },
	waiting: openVotesWaiting,
	personalData: votePersonalData,
};
