import { command } from "~/platform/act.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { newToken } from "~/platform/tokens.server";
import { captureConcern } from "./capture-concern.server";
import { inField, type Piece } from "./split-concern.server";

type Note = {
	ownerId: string;
	municipalityId: string;
	officeDay: { code: string; day: string };
	pieces: readonly Piece[];
};

type Refused = "parts-missing" | "text-too-short" | "text-too-long" | "topic-unknown" | "not-possible";

/**
 * A note of a visit at an office day: each thing that was said becomes a concern of its own, linked to that day.
 * @returns their codes; refused as a whole, with the field of the piece that does not do
 * @throws NotFound; Forbidden or SignInNeeded
 */
export const capturePieces = command(
	"guides.capture-visit-note",
	async (world, { pieces, ...note }: Note): Promise<Outcome<{ codes: string[] }, Refused>> => {
		if (pieces.length === 0) return refused("parts-missing", { field: "text1" });
		const codes: string[] = [];
		for (const { place, ...piece } of pieces) {
			const made = await captureConcern(world, {
				...note,
				...piece,
				token: newToken(),
				origin: "OFFICE_DAY",
				askerName: null,
				askerEmail: null,
				mayBePublic: false,
			});
			if (!made.done) return inField(made.refusals, place);
			codes.push(made.value.code);
		}
		return done({ codes });
	},
);
