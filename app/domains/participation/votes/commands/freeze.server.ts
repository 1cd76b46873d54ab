import { type ActWorld, command } from "~/platform/act.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { type FreezingRefusal, freezeRule, freezingRefusal, mayManageBox } from "../../ballots/index.server";
import { lockedVote, numbersOf } from "../queries/find-vote.server";
import { fewestOptions, ruleFrom } from "../vote";

/**
 * Freezes and publishes the counting rule with question and options (`freezeRule`).
 * Refused with fewer options than the kind needs, with fewer than may be ticked, and for whatever `freezingRefusal` says.
 */
export const freezeVote = command(
	"participation.freeze-vote",
	async (
		world: ActWorld,
		{ id }: { id: string },
	): Promise<Outcome<{ ruleHash: string }, FreezingRefusal | "too-few-options">> => {
		const vote = await lockedVote(world, id);
		demand(mayManageBox, world.actor, vote.process);
		const { settings, options, ruleChoice, title, intro } = vote;
		if (vote.frozenAt) return refused("frozen");
		if (options.length < fewestOptions(settings.kind)) return refused("too-few-options");
		const refusal = await freezingRefusal(world, vote);
		if (refusal) return refused(refusal);
		return done(
			await freezeRule(world, vote, {
				numbers: numbersOf(vote),
				rule: (lot) => ruleFrom(settings, ruleChoice, options, lot),
				meaning: {
					title,
					intro,
					...settings,
					options: options.map(({ number, title: name, text }) => ({ number, name, text })),
				},
				facts: { method: settings.kind, options: options.length },
			}),
		);
	},
);
