import { keyedHash } from "~/platform/keyed-hash.server";
import { writtenCode } from "../letter-codes";

const use = "gemeinwerk surveys";

/** Who answers, as the database knows them: no address, and different in every survey. */
export function participantKey(surveyId: string, email: string): string {
	return keyedHash(use, "participant", surveyId, email.trim().toLowerCase()).toString("hex");
}

/** Who answers with the code of a letter: the code and nothing else, different in every survey. */
export function letterKey(surveyId: string, code: string): string {
	return keyedHash(use, "letter", surveyId, writtenCode(code)).toString("hex");
}

/** The secret address of a form: the same whenever it is opened, so that a signed-in person finds it again. */
export function formToken(answerId: string): string {
	return keyedHash(use, "form", answerId).toString("base64url");
}

export function codeHash(answerId: string, code: string): string {
	return keyedHash(use, "code", answerId, code).toString("hex");
}
