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
		const added = await addSurveyCodes(world, { subjectId: id, runId: null, codes: codes.value });
		const total = await world.db.surveyLetterCode.count({ where: { surveyId: id } });
		recordChange(world, survey, { what: "letter-codes", added: String(added), total: String(total) });
		return done({ added, total });
	},
);

/**
 * Keeps the hashes of codes, in their own order; known ones stay as they are. The caller has asked whether codes are taken.
 * @returns how many are new
 */
export async function addSurveyCodes(
	world: ActWorld,
	{ subjectId: surveyId, runId, codes }: { subjectId: string; runId: string | null; codes: readonly string[] },
): Promise<number> {
	const hashes = codes.map((code) => letterKey(surveyId, code)).sort();
	let added = 0;
	for (let from = 0; from < hashes.length; from += 5000) {
		const { count } = await world.db.surveyLetterCode.createMany({
			data: hashes.slice(from, from + 5000).map((codeHash) => ({ surveyId, codeHash, runId })),
			skipDuplicates: true,
		});
		added += count;
	}
	return added;
}

/**
 * Makes the codes of letters that were made together invalid, all or none.
 * @returns false when somebody answered with one of them: then the letters went out
 */
export async function takeBackSurveyCodes(
	world: ActWorld,
	{ subjectId: surveyId, runId }: { subjectId: string; runId: string },
): Promise<boolean> {
	// who hands an answer in with one of them holds its row meanwhile
	const codes = await world.db.$queryRaw<{ code_hash: string }[]>`
		SELECT code_hash FROM survey_letter_code WHERE survey_id = ${surveyId}::uuid AND run_id = ${runId}::uuid
		ORDER BY code_hash FOR UPDATE`;
	const used = await world.db.surveyAnswer.count({
		where: { surveyId, participantKey: { in: codes.map(({ code_hash }) => code_hash) } },
	});
	if (used > 0) return false;
	await world.db.surveyLetterCode.deleteMany({ where: { surveyId, runId } });
	return true;
}
