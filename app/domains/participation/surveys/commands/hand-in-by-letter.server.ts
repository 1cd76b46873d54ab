import { type ActWorld, command, isTaken } from "~/platform/act.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { isOpenFor } from "../../processes/index.server";
import { formBy } from "../queries/find-survey.server";
import { formToken, letterKey } from "../survey-key.server";
import { type HandInRefusal, handInForm, recordOf } from "./answer-survey.server";

/**
 * The key of an answer given with a letter's code, or null for a code that went out in no letter of this survey. Its row is
 * held until the act is committed, so that the letters are not taken back meanwhile.
 */
export async function knownLetter(world: ActWorld, surveyId: string, code: string): Promise<string | null> {
	const codeHash = letterKey(surveyId, code);
	const [known] = await world.db.$queryRaw<object[]>`
		SELECT 1 FROM survey_letter_code WHERE survey_id = ${surveyId}::uuid AND code_hash = ${codeHash} FOR SHARE`;
	return known ? codeHash : null;
}

/** The answer that somebody with this key gave, if any. */
export function answerOfKey(world: ActWorld, surveyId: string, participantKey: string) {
	return world.db.surveyAnswer.findUnique({
		where: { surveyId_participantKey: { surveyId, participantKey } },
		select: { id: true },
	});
}

/** How often a code may be tried with one form. */
const letterAttempts = 5;

type ByLetter =
	| { handedIn: true; receipt: string }
	| { handedIn: false; attemptsLeft: number }
	/** Somebody answered with this letter before: the way to that answer. */
	| { handedIn: false; earlier: string };

/**
 * Hands the form in with the code of a letter: one code is one answer. A wrong code counts, which is a success of the act;
 * five lock the form. Who holds the letter of an earlier answer gets the way to that one.
 */
export const handInByLetter = command(
	"participation.hand-in-survey-by-letter",
	async (
		world: ActWorld,
		{ token, code }: { token: string; code: string },
	): Promise<Outcome<ByLetter, HandInRefusal | "code-locked" | "letter-code-used">> => {
		const { answer, survey } = await formBy(world, token);
		if (survey.electorate !== "letter") return refused("not-confirmed");
		if (answer.participantKey !== null) return refused("already-handed-in");
		if (!isOpenFor(survey.process, "survey", world.now)) return refused("survey-closed");
		// The row is locked by its update, so that parallel guesses are counted one after the other.
		const [tried] = await world.db.$queryRaw<{ code_attempts: number }[]>`
			UPDATE survey_answer SET code_attempts = code_attempts + 1
			WHERE id = ${answer.id}::uuid AND participant_key IS NULL AND code_attempts < ${letterAttempts}
			RETURNING code_attempts`;
		if (!tried) return refused("code-locked", { field: "letterCode" });
		const key = await knownLetter(world, survey.id, code);
		if (!key) {
			recordOf(world, survey, "code-wrong");
			return done({ handedIn: false, attemptsLeft: letterAttempts - tried.code_attempts });
		}
		const earlier = await answerOfKey(world, survey.id, key);
		if (earlier) {
			recordOf(world, survey, "letter-used-again");
			return done({ handedIn: false, earlier: formToken(earlier.id) });
		}
		try {
			await world.db.surveyAnswer.update({ where: { id: answer.id }, data: { participantKey: key } });
		} catch (error) {
			if (isTaken(error)) return refused("letter-code-used", { field: "letterCode" });
			throw error;
		}
		const handedIn = await handInForm(world, token);
		return handedIn.done ? done({ handedIn: true, receipt: handedIn.value.receipt }) : handedIn;
	},
);
