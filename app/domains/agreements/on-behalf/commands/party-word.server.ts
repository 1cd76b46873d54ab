import type { ActWorld } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { dayOf, parseDay } from "~/platform/calendar.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import { checkText, type TextRefusal } from "../../drafting/text-check";
import { mayBind } from "../../policy.server";
import type { Found } from "../../queries/find-agreement.server";
import { type DecisionGiven, judgeOnBehalf, type OnBehalfRefusal, type WordAct } from "../on-behalf";
import { agentsFor, spokenBy } from "../queries/agents.server";
import { bindsItself } from "../queries/own-people.server";

/** A word that is given now; `agentId`: the house that gives it in the party's name, null: the party itself. */
export type PartyWord = { agentId: string | null; decidedOn: Date | null; decision: string };

/**
 * Whose word this is: that of the party's own people, or of who acts for it, by a decision of the party. Asked after the
 * policy that lets both in (`mayActFor`), by every act in which a party binds itself.
 * @param sides parties that have spoken in this act already, also by drawing it up
 * @returns refused with "own-people-decide", "both-sides" (§ 181 BGB; also where a house spoke for another party before it
 * speaks for itself), "decision-missing", "decision-date" or what may not stand in a text
 */
export async function partyWord(
	world: ActWorld,
	agreement: Found,
	input: {
		act: WordAct;
		subjectId: string;
		organisationId: string;
		sides: readonly string[];
		decision: DecisionGiven | null;
	},
): Promise<Outcome<PartyWord, OnBehalfRefusal | TextRefusal>> {
	const { organisationId, act, subjectId, sides } = input;
	if (mayBind(world.actor, { ...agreement, organisationId })) {
		const others = await spokenBy(world, { agentIds: [organisationId], act, subjectId, sides: [] });
		return others.length > 0 ? refused("both-sides") : done({ agentId: null, decidedOn: null, decision: "" });
	}
	const agentIds = await agentsFor(world, organisationId);
	const judged = judgeOnBehalf({
		ownPeople: agentIds.length === 0 || (await bindsItself(world, agreement, organisationId)),
		spoken: await spokenBy(world, { agentIds, act, subjectId, sides }),
		given: input.decision,
		today: dayOf(world.now).toString(),
	});
	if (!judged.done) return judged;
	const decision = checkText(input.decision?.decision ?? "");
	if (!decision.done) return decision;
	const decidedOn = parseDay(input.decision?.decidedOn ?? "");
	if (!decidedOn) return refused("decision-date", { field: "decidedOn" });
	return done({ agentId: agentIds[0] ?? null, decidedOn, decision: decision.value });
}

/**
 * Keeps on what a word in a party's name rests, and tells that party. Nothing to keep for a party's own word.
 * @returns the id of what was kept, to which the document of the decision can be attached; null otherwise
 */
export async function keepWord(
	world: ActWorld,
	agreement: Pick<Found, "id" | "ownerId">,
	{ agentId, decidedOn, decision }: PartyWord,
	about: { act: WordAct; subjectId: string; organisationId: string },
): Promise<string | null> {
	if (agentId === null || decidedOn === null) return null;
	const id = newId(world.now);
	await world.db.agreementWordOnBehalf.create({
		data: {
			id,
			agreementId: agreement.id,
			...about,
			agentId,
			decidedOn,
			decision,
			givenById: personIdOf(world.actor),
			givenAt: world.now,
		},
	});
	world.record({
		type: "agreements.word.given-on-behalf",
		subject: { kind: "agreement", id: agreement.id },
		ownerId: agreement.ownerId,
		onBehalfOfId: about.organisationId,
		facts: { word: id, act: about.act, about: about.subjectId, organisation: about.organisationId, agent: agentId },
	});
	return id;
}
