import { type ActWorld, command } from "~/platform/act.server";
import { textFor } from "~/platform/i18n";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import type { Electorate } from "../../ballots/ballot";
import { beginBox, mayManageBox } from "../../ballots/index.server";
import { processById } from "../../processes/index.server";
import { messages } from "../messages";
import { type FoundVote, lockedVote } from "../queries/find-vote.server";
import { lacking, mostOptionsShown, type RuleChoice, type VoteSettings } from "../vote";

/** Makes an empty vote in a process; for recipes, inside the act that makes the process. */
export async function beginVote(world: ActWorld, processId: string): Promise<void> {
	await makeVote(world, processId);
}

/** Makes an empty vote under the next number of its process. */
export async function makeVote(world: ActWorld, processId: string): Promise<{ id: string; position: number }> {
	const ruleChoice = { unranked: "last" } satisfies RuleChoice;
	const title = textFor(world.locale, messages)("name");
	const box = await beginBox(world, { processId, kind: "vote", title, electorate: "mail", ruleChoice });
	await world.db.vote.create({ data: { id: box.id, kind: "choose", intro: "", mostOptions: 1 } });
	return box;
}

/** One more vote in a process; who manages the process does that. @returns its number */
export const addVote = command(
	"participation.add-vote",
	async (world: ActWorld, { processId }: { processId: string }) => {
		demand(mayManageBox, world.actor, await processById(world, processId));
		return done(await makeVote(world, processId));
	},
);

export type VoteInput = VoteSettings & {
	title: string;
	intro: string;
	electorate: Electorate;
	/** Days after voting in which paper ballots are typed in; only with letter codes. */
	paperDays: number;
	unranked: RuleChoice["unranked"];
};

/**
 * Changes how a vote is held. Refused once the rule is frozen, and without the figure that the kind asks for. The passive
 * solution („alles bleibt, wie es ist“) comes and goes with voting by resistance.
 */
export const changeVote = command(
	"participation.change-vote",
	async (
		world: ActWorld,
		{ id, ...input }: VoteInput & { id: string },
	): Promise<Outcome<null, "frozen" | "most-missing" | "points-missing">> => {
		const vote = await lockedVote(world, id);
		demand(mayManageBox, world.actor, vote.process);
		if (vote.frozenAt) return refused("frozen");
		const lacks = lacking(input);
		if (lacks) return refused(lacks, { field: lacks === "most-missing" ? "mostOptions" : "pointsPerVoter" });
		const { title, electorate, paperDays, unranked, kind, intro } = input;
		await world.db.ballotBox.update({
			where: { id },
			data: { title, electorate, paperDays: electorate === "letter" ? paperDays : 0, ruleChoice: { unranked } },
		});
		await world.db.vote.update({
			where: { id },
			data: {
				kind,
				intro,
				mostOptions: kind === "choose" ? input.mostOptions : null,
				pointsPerVoter: kind === "points" ? input.pointsPerVoter : null,
			},
		});
		const passive = vote.options.find((option) => option.passive);
		if (kind === "resistance" && !passive) {
			const t = textFor(world.locale, messages);
			await add(world, vote, { title: t("passive.title"), text: t("passive.text"), passive: true });
		} else if (kind !== "resistance" && passive) await remove(world, vote, passive);
		changed(world, vote, { kind, electorate });
		return done(null);
	},
);

export type OptionInput = { title: string; text: string };

/** Puts an option on the ballot. Refused once the rule is frozen, and where there are as many as a ballot can show. */
export const addOption = command(
	"participation.add-vote-option",
	async (
		world: ActWorld,
		{ voteId, ...input }: OptionInput & { voteId: string },
	): Promise<Outcome<null, "frozen" | "too-many">> => {
		const vote = await lockedVote(world, voteId);
		demand(mayManageBox, world.actor, vote.process);
		if (vote.frozenAt) return refused("frozen");
		if (vote.options.length >= mostOptionsShown) return refused("too-many");
		await add(world, vote, { ...input, passive: false });
		changed(world, vote, { options: vote.options.length + 1 });
		return done(null);
	},
);

/** Changes the words of an option. Refused once the rule is frozen, and when it is gone. */
export const changeOption = command(
	"participation.change-vote-option",
	async (
		world: ActWorld,
		{ voteId, number, ...input }: OptionInput & { voteId: string; number: number },
	): Promise<Outcome<null, "frozen" | "option-gone">> => {
		const vote = await lockedVote(world, voteId);
		demand(mayManageBox, world.actor, vote.process);
		if (vote.frozenAt) return refused("frozen");
		const { count } = await world.db.voteOption.updateMany({ where: { voteId, number }, data: input });
		if (count === 0) return refused("option-gone");
		changed(world, vote, { option: number });
		return done(null);
	},
);

/** Takes an option off the ballot. Refused once the rule is frozen, when it is gone, and for the passive solution. */
export const removeOption = command(
	"participation.remove-vote-option",
	async (
		world: ActWorld,
		{ voteId, number }: { voteId: string; number: number },
	): Promise<Outcome<null, "frozen" | "option-gone" | "passive-stays">> => {
		const vote = await lockedVote(world, voteId);
		demand(mayManageBox, world.actor, vote.process);
		if (vote.frozenAt) return refused("frozen");
		const option = vote.options.find((one) => one.number === number);
		if (!option) return refused("option-gone");
		if (option.passive) return refused("passive-stays");
		await remove(world, vote, option);
		changed(world, vote, { options: vote.options.length - 1 });
		return done(null);
	},
);

/** The passive solution stands last. */
async function add(world: ActWorld, vote: FoundVote, input: OptionInput & { passive: boolean }): Promise<void> {
	const last = vote.options.at(-1);
	const number = last?.passive ? last.number : (last?.number ?? 0) + 1;
	if (last?.passive) await world.db.voteOption.update({ where: { id: last.id }, data: { number: number + 1 } });
	await world.db.voteOption.create({ data: { ...input, id: newId(world.now), voteId: vote.id, number } });
}

/** Numbers on a ballot have no gaps. */
async function remove(world: ActWorld, vote: FoundVote, { id, number }: { id: string; number: number }): Promise<void> {
	await world.db.voteOption.delete({ where: { id } });
	for (const later of vote.options.filter((option) => option.number > number)) {
		await world.db.voteOption.update({ where: { id: later.id }, data: { number: later.number - 1 } });
	}
}

function changed(world: ActWorld, vote: FoundVote, facts: Record<string, string | number>): void {
	world.record({
		type: "participation.vote.changed",
		subject: { kind: "vote", id: vote.id },
		ownerId: vote.organisationId,
		facts,
	});
}
