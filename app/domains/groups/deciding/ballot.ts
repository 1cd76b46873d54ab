import { type DecisionRule, type Fraction, type MajorityRule, neededOf } from "../../counting/index";

/** Show of hands, by name, or secret. */
export const ballotModes = ["hands", "named", "secret"] as const;
export type BallotMode = (typeof ballotModes)[number];

export function ballotMode(stored: string | undefined): BallotMode {
	return ballotModes.find((mode) => mode === stored) ?? "hands";
}

/** An option as it stands on the ballot; numbers begin with 1. */
export type BallotOption = { number: string; title: string };

/** How it is decided: the charter's majority, or another way whose particulars are frozen with the question. */
export type MethodChoice =
	| { method: "majority"; reasonForNo: boolean }
	| { method: "consent" }
	| { method: "consensus"; vetoes: number; aside: Fraction | null }
	| { method: "score"; highest: number; passive: boolean }
	| { method: "ranking"; passive: boolean }
	| { method: "resistance"; highest: number };

export const mostOptions = 20;

/** The option that changes nothing, as it stands on every ballot on which it stands. */
export const passiveTitle = "Alles bleibt, wie es ist";

/** The ballot's options: what was typed in, and the one that changes nothing where it is asked for. */
export function optionsFor(choice: MethodChoice, titles: readonly string[]): BallotOption[] {
	if (!judgesOptions(choice.method)) return [];
	const withPassive = choice.method === "resistance" || ("passive" in choice && choice.passive);
	return [...titles, ...(withPassive ? [passiveTitle] : [])].map((title, index) => ({
		number: String(index + 1),
		title,
	}));
}

export function judgesOptions(method: string): boolean {
	return method === "score" || method === "ranking" || method === "resistance";
}

/**
 * The rule that is frozen: quorum and majority are the charter's, so that nobody chooses them after counting heads.
 * @param lot an order of the options' numbers that was drawn now, or null where a tie shall decide nothing
 */
export function frozenRule(
	charter: MajorityRule,
	choice: MethodChoice,
	options: readonly BallotOption[],
	lot: readonly string[] | null,
): DecisionRule {
	const { quorum } = charter;
	// of what single benches have to reach, the other methods know who has to be there
	const benches = charter.benches?.flatMap((bench) => (bench.quorum ? [{ ...bench, threshold: null }] : []));
	const parts = { quorum, ...(benches && { benches }), reasonFor: [] };
	const passive = options.find(({ title }) => title === passiveTitle)?.number ?? null;
	const drawn = lot && [...lot];
	switch (choice.method) {
		case "majority":
			return { ...charter, method: "majority", reasonFor: choice.reasonForNo ? ["no"] : [] };
		case "consent":
			return { method: "consent", ...parts };
		case "consensus":
			return { method: "consensus", ...parts, vetoes: choice.vetoes, aside: choice.aside };
		case "score":
			return { method: "score", ...parts, highest: choice.highest, passive, lot: drawn };
		case "ranking":
			return { method: "ranking", ...parts, unranked: "last", passive, lot: drawn };
		case "resistance":
			return { method: "resistance", ...parts, highest: choice.highest, passive: passive ?? "", lot: drawn };
	}
}

/** Fewer people than this cannot vote in secret: the result would say what each of them said. */
export const fewestForSecret = 3;

/**
 * From how many votes on it is shown who has taken part in a secret ballot: the number the quorum needs, half of those
 * entitled, and never fewer than three (working-groups.md 76).
 */
export function votersShownFrom(rule: Pick<DecisionRule, "quorum">, { seats, entitled }: Sizes): number {
	const { quorum } = rule;
	const whole = quorum?.base === "seats" ? seats : entitled;
	const needed = quorum ? neededOf(quorum.share, whole, quorum.comparison) : 0;
	return Math.max(needed, Math.ceil(entitled / 2), fewestForSecret);
}
type Sizes = { seats: number; entitled: number };

/** A seat of the voting list with who may speak for it. */
export type VotingSeat = {
	membershipId: string;
	biased: boolean;
	holderId: string;
	/** The substitute who was recorded as acting when the vote was opened. */
	actingSubstituteId: string | null;
	substitutes: readonly { id: string; personId: string }[];
};

export type OwnSeat = { membershipId: string; actingId: string | null };

/**
 * The seats for which somebody may vote: their own, unless a substitute was acting for it when the vote was opened; and
 * seats they stand in for. Without a recorded one any substitute of the seat may vote by name, for the member can still vote
 * themselves afterwards; in a secret ballot, where nobody could, only a recorded one.
 */
export function seatsOf(personId: string, list: readonly VotingSeat[], mode: BallotMode): OwnSeat[] {
	return list
		.filter(({ biased }) => !biased)
		.flatMap(({ membershipId, holderId, actingSubstituteId, substitutes }): OwnSeat[] => {
			if (actingSubstituteId === null && holderId === personId) return [{ membershipId, actingId: null }];
			const mine = substitutes.find(
				(one) =>
					one.personId === personId && (actingSubstituteId === null ? mode === "named" : one.id === actingSubstituteId),
			);
			return mine ? [{ membershipId, actingId: mine.id }] : [];
		});
}

/** How a vote by name came about: by the member, by a substitute, or written down for the member. */
export type VotedBy = { actingId: string | null; recordedById: string | null };

/** Whether a vote may take the place of the one that a seat has: a member's own gives way to the member alone. */
export function mayReplace(existing: VotedBy | null, by: "member" | "substitute" | "on-behalf"): boolean {
	if (existing === null || by === "member") return true;
	return by === "substitute" ? existing.actingId !== null : existing.recordedById !== null;
}

/** Whether votes are still taken. */
export function isTakingVotes(
	vote: { votesRecordedAt: Date | null; cancelledAt: Date | null; closesAt: Date | null },
	now: Date,
): boolean {
	return !vote.votesRecordedAt && !vote.cancelledAt && (vote.closesAt === null || now < vote.closesAt);
}
