import { randomInt } from "node:crypto";
import { type ActWorld, command, isTaken } from "~/platform/act.server";
import { isSameHash } from "~/platform/keyed-hash.server";
import { readMailAddress } from "~/platform/mail/address";
import { queueMail } from "~/platform/mail/queue.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { isOpenFor } from "../../processes/index.server";
import { readAll, storedTyped } from "../answering";
import { codeLetter, knownLetter, receiptLetter } from "../letters.server";
import { formBy } from "../queries/find-survey.server";
import { codeHash, formToken, participantKey } from "../survey-key.server";
import { type HandInRefusal, handInForm } from "./answer-survey.server";

/** How often a code is sent for one form, how often each may be tried, and how long it lasts. */
const limits = { codes: 6, attempts: 5, hours: 48 };

/**
 * Sends a guest the code with which the form is handed in. Who answered already gets the address of that answer instead:
 * the page says the same, so that nobody finds out who took part.
 */
export const askForSurveyCode = command(
	"participation.ask-for-survey-code",
	async (
		world: ActWorld,
		{ token, email, wantsResult }: { token: string; email: string; wantsResult: boolean },
	): Promise<Outcome<null, HandInRefusal | "email-unreadable" | "too-many-codes">> => {
		const { answer, survey } = await formBy(world, token);
		if (survey.electorate === "letter") return refused("not-confirmed");
		if (!survey.process.guestsWelcome || !isOpenFor(survey.process, "survey", world.now))
			return refused("survey-closed");
		if (answer.participantKey !== null) return refused("already-handed-in");
		const { problems } = readAll(survey.questions, storedTyped.parse(answer.typed));
		if (problems.length > 0) return { done: false, refusals: problems };
		const address = readMailAddress(email);
		if (!address) return refused("email-unreadable", { field: "email" });
		const key = participantKey(survey.id, address);
		const code = String(randomInt(0, 1_000_000)).padStart(6, "0");
		const { count } = await world.db.surveyAnswer.updateMany({
			where: { id: answer.id, codesSent: { lt: limits.codes } },
			data: {
				pendingKey: key,
				pendingEmail: address,
				wantsResult,
				codeHash: codeHash(answer.id, code),
				codeAttempts: 0,
				codeExpiresAt: new Date(world.now.getTime() + limits.hours * 3_600_000),
				codesSent: { increment: 1 },
			},
		});
		if (count === 0) return refused("too-many-codes", { field: "email" });
		const known = await world.db.surveyAnswer.findUnique({
			where: { surveyId_participantKey: { surveyId: survey.id, participantKey: key } },
			select: { id: true },
		});
		const letter = known
			? knownLetter(world.locale, { survey, token: formToken(known.id) })
			: codeLetter(world.locale, { survey, code });
		await queueMail(world, { key: `survey-code:${answer.id}:${answer.codesSent}`, to: address, letter });
		world.record({
			type: "participation.survey.code-sent",
			subject: { kind: "survey", id: survey.id },
			ownerId: survey.organisationId,
		});
		return done(null);
	},
);

type Confirmed = { handedIn: true; receipt: string } | { handedIn: false; attemptsLeft: number };

/** Hands a guest's form in with the code from the mail. A wrong code counts, which is a success of the act; five lock it. */
export const confirmSurveyCode = command(
	"participation.confirm-survey-code",
	async (
		world: ActWorld,
		{ token, code }: { token: string; code: string },
	): Promise<Outcome<Confirmed, HandInRefusal | "answered-before" | "code-expired" | "code-locked">> => {
		const { answer, survey } = await formBy(world, token);
		if (answer.participantKey !== null) return refused("already-handed-in");
		const { pendingKey, pendingEmail } = answer;
		if (!answer.codeHash || !answer.codeExpiresAt || answer.codeExpiresAt <= world.now || !pendingKey) {
			return refused("code-expired", { field: "code" });
		}
		// The row is locked by its update, so that parallel guesses are counted one after the other.
		const [tried] = await world.db.$queryRaw<{ code_attempts: number }[]>`
			UPDATE survey_answer SET code_attempts = code_attempts + 1
			WHERE id = ${answer.id}::uuid AND participant_key IS NULL AND code_attempts < ${limits.attempts}
			RETURNING code_attempts`;
		const subject = { kind: "survey", id: survey.id };
		if (!tried) return refused("code-locked", { field: "code" });
		if (!isSameHash(codeHash(answer.id, code.replace(/\s/g, "")), answer.codeHash)) {
			world.record({ type: "participation.survey.code-wrong", subject, ownerId: survey.organisationId });
			return done({ handedIn: false, attemptsLeft: limits.attempts - tried.code_attempts });
		}
		try {
			await world.db.surveyAnswer.update({
				where: { id: answer.id },
				data: { participantKey: pendingKey, pendingKey: null, pendingEmail: null, codeHash: null, codeExpiresAt: null },
			});
		} catch (error) {
			if (isTaken(error)) return refused("answered-before");
			throw error;
		}
		const handedIn = await handInForm(world, token);
		if (!handedIn.done) return handedIn;
		if (pendingEmail) {
			if (answer.wantsResult) {
				await world.db.surveyListener.createMany({
					data: [{ surveyId: survey.id, email: pendingEmail, locale: world.locale }],
					skipDuplicates: true,
				});
			}
			const letter = receiptLetter(world.locale, { survey, token, receipt: handedIn.value.receipt });
			await queueMail(world, { key: `survey-receipt:${answer.id}`, to: pendingEmail, letter });
		}
		return done({ handedIn: true, receipt: handedIn.value.receipt });
	},
);
