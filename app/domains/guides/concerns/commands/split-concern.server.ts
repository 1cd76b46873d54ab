import { link } from "~/domains/trace/index.server";
import { command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import type { ConcernKind } from "~/platform/database/generated/enums";
import { done, type Outcome, refused } from "~/platform/outcome";
import { newToken } from "~/platform/tokens.server";
import { isOpen, limits } from "../concern";
import { captureConcern } from "./capture-concern.server";
import { heldConcern } from "./held-concern.server";

/** One of several things that somebody brought at once. */
export type Piece = { place: number; kind: ConcernKind; text: string; topicId: string | null };

type Refused = "concern-over" | "parts-missing" | "text-too-short" | "text-too-long" | "topic-unknown" | "not-possible";

/**
 * Makes further concerns out of one that holds several things. Each goes to the post that the plan names for it and has a next
 * step and a date of its own; the asker gets a receipt and a link for each. The first one stays with what is left in it.
 * @returns the codes of the new ones; refused with "parts-missing", "concern-over" and codes of the fields `text1`, `topic1` …
 * @throws NotFound when it is not this owner's; Forbidden or SignInNeeded
 */
export const splitConcern = command(
	"guides.split-concern",
	async (
		world,
		{ pieces, ...of }: { ownerId: string; code: string; pieces: readonly Piece[] },
	): Promise<Outcome<{ codes: string[] }, Refused>> => {
		const { concern, subject, recorded } = await heldConcern(world, of);
		if (!isOpen(concern.state)) return refused("concern-over");
		if (pieces.length === 0) return refused("parts-missing", { field: "text1" });
		const codes: string[] = [];
		for (const { place, ...piece } of pieces.slice(0, limits.atOnce)) {
			const made = await captureConcern(world, {
				token: newToken(),
				ownerId: of.ownerId,
				municipalityId: concern.municipalityId,
				...piece,
				origin: concern.origin === "FORM" ? "EVENT" : concern.origin,
				askerName: concern.askerName,
				askerEmail: concern.askerEmail,
				mayBePublic: concern.mayBePublic,
			});
			if (!made.done) return inField(made.refusals, place);
			// It came the way the first one came, from the same asker, also when that was the public form.
			await world.db.concern.update({
				where: { id: made.value.id },
				data: {
					origin: concern.origin,
					askerId: concern.askerId,
					locale: concern.locale,
					officeDayId: concern.officeDayId,
					capturedById: personIdOf(world.actor),
				},
			});
			await link(world, { from: subject, relation: "split-into", to: { kind: "concern", id: made.value.id } });
			codes.push(made.value.code);
		}
		world.record({ type: "guides.concern.split", subject, ...recorded, facts: { count: codes.length } });
		return done({ codes });
	},
);

/** The refusals of one of several pieces, at its own fields. */
export function inField(refusals: readonly { code: string; field?: string }[], place: number) {
	const [first] = refusals;
	const codes = ["text-too-short", "text-too-long", "topic-unknown"] as const;
	const code = codes.find((one) => one === first?.code) ?? ("not-possible" as const);
	return refused(code, { field: `${first?.field === "topic" ? "topic" : "text"}${place}` });
}
