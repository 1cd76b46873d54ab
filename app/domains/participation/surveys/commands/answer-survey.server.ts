import { attach } from "~/domains/files/index.server";
import { type ActWorld, command, isTaken } from "~/platform/act.server";
import { done, Forbidden, type Outcome, refused, SignInNeeded } from "~/platform/outcome";
import { hashToken, newCode, newId } from "~/platform/tokens.server";
import { isOpenFor, mayReadProcess } from "../../processes/index.server";
import { type AnswerProblem, filesIn, readAll, storedTyped, type TypedFields } from "../answering";
import { type FoundSurvey, formBy, surveyById } from "../queries/find-survey.server";
import type { SentFile } from "../sent-answers.server";
import { formToken, participantKey } from "../survey-key.server";

type Closed = "survey-closed";

/** A person's answer belongs to the address of the account, so that nobody answers once with and once without it. */
async function keyOfPerson(world: ActWorld, surveyId: string): Promise<string> {
	if (world.actor.kind !== "person") throw new SignInNeeded();
	const account = await world.db.account.findUnique({ where: { id: world.actor.accountId }, select: { email: true } });
	if (!account) throw new SignInNeeded();
	return participantKey(surveyId, account.email);
}

/**
 * Opens a form before anything is typed: for a guest an empty one, for a person their own, however often they begin.
 * @returns the secret of its address; refused while the survey cannot be answered, and guests where they are not welcome
 */
export const beginAnswer = command(
	"participation.begin-survey-answer",
	async (world: ActWorld, { surveyId }: { surveyId: string }): Promise<Outcome<{ token: string }, Closed>> => {
		const survey = await surveyById(world, surveyId);
		if (!mayReadProcess(world.actor, survey.process, world.now)) throw new Forbidden();
		if (!isOpenFor(survey.process, "survey", world.now)) return refused("survey-closed");
		// with codes of letters it does not matter who is signed in: the code answers, and nobody is stored with it
		const byLetter = survey.electorate === "letter";
		const isPerson = world.actor.kind === "person" && !byLetter;
		if (!isPerson && !byLetter && !survey.process.guestsWelcome) throw new SignInNeeded();
		const key = isPerson ? await keyOfPerson(world, surveyId) : null;
		const id = newId(world.now);
		await world.db.surveyAnswer.createMany({
			data: [
				{
					id,
					surveyId,
					tokenHash: hashToken(formToken(id)),
					typed: {},
					channel: "online",
					personId: key && world.actor.kind === "person" ? world.actor.personId : null,
					participantKey: key,
					receipt: newCode(10),
					createdAt: world.now,
					updatedAt: world.now,
				},
			],
			skipDuplicates: true,
		});
		const own = key
			? await world.db.surveyAnswer.findUniqueOrThrow({
					where: { surveyId_participantKey: { surveyId, participantKey: key } },
					select: { id: true },
				})
			: { id };
		recordOf(world, survey, "form-opened");
		return done({ token: formToken(own.id) });
	},
);

export function recordOf(
	world: ActWorld,
	{ id, organisationId }: FoundSurvey,
	what: string,
	facts: Record<string, string> = {},
) {
	world.record({
		type: `participation.survey.${what}`,
		subject: { kind: "survey", id },
		ownerId: organisationId,
		facts,
	});
}

/** Files that one form may have had, with those that were replaced. */
const filesMost = 40;

/** Gives files their place at a form; what they replace goes once the form is handed in. @returns their fields */
export async function attachFiles(
	world: ActWorld,
	{ answerId, ownerId }: { answerId: string; ownerId: string },
	files: readonly SentFile[],
): Promise<Outcome<TypedFields, "too-many-files">> {
	const subject = { kind: "survey-answer", id: answerId };
	const there = { subjectKind: subject.kind, subjectId: subject.id };
	if (files.length > 0 && (await world.db.file.count({ where: there })) + files.length > filesMost) {
		return refused("too-many-files");
	}
	const typed: TypedFields = {};
	for (const { question, stored } of files) typed[question] = [await attach(world, { ownerId, subject, stored })];
	return done(typed);
}

/**
 * Keeps what stands in the fields of a page, right or wrong, with the files that came. Also taken when the phase has closed
 * in the meantime, so that nothing typed is lost; it can then not be handed in.
 */
export const keepAnswer = command(
	"participation.keep-survey-answer",
	async (
		world: ActWorld,
		{ token, typed: texts, files = [] }: { token: string; typed: TypedFields; files?: readonly SentFile[] },
	): Promise<Outcome<null, "too-many-files">> => {
		const { answer, survey } = await formBy(world, token);
		const attached = await attachFiles(world, { answerId: answer.id, ownerId: survey.organisationId }, files);
		if (!attached.done) return attached;
		const typed = { ...texts, ...attached.value };
		// SQL: the fields of one page are joined into the others in one statement, so that two tabs do not undo each other.
		await world.db.$executeRaw`
			UPDATE survey_answer SET typed = typed || ${JSON.stringify(typed)}::jsonb, updated_at = ${world.now}
			WHERE id = ${answer.id}::uuid`;
		recordOf(world, survey, "form-kept");
		return done(null);
	},
);

export type HandInRefusal = Closed | "already-handed-in" | "not-confirmed" | "nothing-answered" | AnswerProblem["code"];

/** Hands the form in, or what was corrected in it, inside another act or by itself. The row is locked meanwhile. */
export async function handInForm(
	world: ActWorld,
	token: string,
	channel = "online",
): Promise<Outcome<{ receipt: string; corrected: boolean }, HandInRefusal>> {
	const { id } = (await formBy(world, token)).answer;
	await world.db.$queryRaw`SELECT 1 FROM survey_answer WHERE id = ${id}::uuid FOR UPDATE`;
	const { answer, survey: seen } = await formBy(world, token);
	if (!isOpenFor(seen.process, "survey", world.now) && channel === "online") return refused("survey-closed");
	if (channel === "online" && answer.participantKey === null) return refused("not-confirmed");
	// from the first answer on the meaning stands: whoever edits the questions waits for this row, and reads it afterwards
	await world.db.survey.updateMany({ where: { id: seen.id, firstAnswerAt: null }, data: { firstAnswerAt: world.now } });
	const { questions, ...survey } = await surveyById(world, seen.id);
	const { values, problems } = readAll(questions, storedTyped.parse(answer.typed));
	if (problems.length > 0) return { done: false, refusals: problems };
	if (Object.keys(values).length === 0) return refused("nothing-answered");
	const before = answer.values === null ? null : JSON.stringify(sorted(answer.values));
	if (before === JSON.stringify(sorted(values))) return refused("already-handed-in");
	const corrected = answer.handedInAt !== null;
	// what was replaced or taken off the form again
	await world.db.file.updateMany({
		where: { subjectKind: "survey-answer", subjectId: id, id: { notIn: filesIn(values) }, removedAt: null },
		data: { removedAt: world.now },
	});
	await world.db.surveyAnswer.update({
		where: { id },
		data: {
			values,
			handedInAt: answer.handedInAt ?? world.now,
			updatedAt: world.now,
			// corrected words are looked at again
			releasedTexts: [],
			hiddenTexts: [],
		},
	});
	recordOf(world, { ...survey, questions }, corrected ? "answer-corrected" : "answered", { channel });
	return done({ receipt: answer.receipt, corrected });
}

/** JSON of the database sorts its keys: compared in one order. */
function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.sort(([one], [two]) => (one < two ? -1 : 1))
			.map(([key, inside]) => [key, sorted(inside)]),
	);
}

/**
 * Hands in what was typed. A person's form that a guest began in this browser becomes the person's.
 * @param wantsResult tell me the result
 */
export const handInAnswer = command(
	"participation.hand-in-survey-answer",
	async (
		world: ActWorld,
		{ token, wantsResult }: { token: string; wantsResult: boolean },
	): Promise<Outcome<{ receipt: string; corrected: boolean }, HandInRefusal | "answered-before">> => {
		const { answer, survey } = await formBy(world, token);
		if (world.actor.kind === "person") {
			const { personId } = world.actor;
			if (answer.participantKey === null && survey.electorate !== "letter") {
				const key = await keyOfPerson(world, survey.id);
				try {
					await world.db.surveyAnswer.update({ where: { id: answer.id }, data: { participantKey: key, personId } });
				} catch (error) {
					if (isTaken(error)) return refused("answered-before");
					throw error;
				}
			}
			if (wantsResult) {
				await world.db.surveyListener.createMany({
					data: [{ surveyId: survey.id, personId, locale: world.locale }],
					skipDuplicates: true,
				});
			}
		}
		return handInForm(world, token);
	},
);
