import { type ActWorld, command } from "~/platform/act.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { newToken } from "~/platform/tokens.server";
import { mayRead } from "../policy.server";
import { contributionById } from "../queries/find-contribution.server";
import { type GuestSupportRefusal, whyNotByGuest } from "./count-guest-support.server";
import { type AskCodeRefusal, sendGuestCode } from "./send-guest-code.server";

/**
 * A guest wants to support: a code and a link go to the address, and the support counts with either of them.
 * @returns the secret of the page where the code is typed in
 */
export const askToSupport = command(
	"participation.ask-to-support",
	async (
		world: ActWorld,
		{ id, email }: { id: string; email: string },
	): Promise<Outcome<{ pageToken: string }, AskCodeRefusal | GuestSupportRefusal>> => {
		const contribution = await contributionById(world, id);
		if (mayRead(world.actor, contribution) !== "text") throw new NotFound();
		const why = await whyNotByGuest(world, contribution);
		if (why) return refused(why);
		const pageToken = newToken();
		const sent = await sendGuestCode(world, { contribution, commentId: null, email, pageToken });
		return sent.done ? done({ pageToken }) : sent;
	},
);
