import { type ActWorld, command } from "~/platform/act.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { type LetterCodeProblem, readLetterCodes } from "../../letter-codes";
import type { Electorate } from "../question";
import { letterKey } from "../survey-key.server";
import { lockedSurvey, recordChange } from "./edit-survey.server";

/** Chooses by what somebody who answers is known; refused once the first answer is in. */
export const chooseElectorate = command(
	"participation.choose-survey-electorate",
	async (
		world: ActWorld,
		{ id, electorate }: { id: string; electorate: Electorate },
	): Promise<Outcome<null, "meaning-stands">> => {
		const survey = await lockedSurvey(world, id);
		if (survey.firstAnswerAt !== null && electorate !== survey.electorate) {
			return refused("meaning-stands", { field: "electorate" });
		}
		await world.db.survey.update({ where: { id }, data: { electorate } });
		recordChange(world, survey, { what: "electorate", electorate });
		return done(null);
	},
);

/**
 * Takes over the codes that went out by letter; only their hashes are kept. All or none; codes that are known already stay
 * as they are, so that a second list may be added.
 * @returns how many are new, and how many there are
 */
export const importSurveyCodes = command(
	"participation.import-survey-letter-codes",
	async (
		world: ActWorld,
		{ id, text }: { id: string; text: string },
	): Promise<Outcome<{ added: number; total: number }, LetterCodeProblem>> => {
		const survey = await lockedSurvey(world, id);
		const codes = readLetterCodes(text);
		if (!codes.done) return codes;
		let added = 0;
		for (let from = 0; from < codes.value.length; from += 5000) {
			const { count } = await world.db.surveyLetterCode.createMany({
				data: codes.value.slice(from, from + 5000).map((code) => ({ surveyId: id, codeHash: letterKey(id, code) })),
				skipDuplicates: true,
			});
			added += count;
		}
		const total = await world.db.surveyLetterCode.count({ where: { surveyId: id } });
		recordChange(world, survey, { what: "letter-codes", added: String(added), total: String(total) });
		return done({ added, total });
	},
);
