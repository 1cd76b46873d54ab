import { type ActWorld, command } from "~/platform/act.server";
import { Prisma } from "~/platform/database/generated/client";
import { type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { hashToken, newCode, newId } from "~/platform/tokens.server";
import type { TypedFields } from "../answering";
import { mayEnterPaper } from "../policy.server";
import { surveyById } from "../queries/find-survey.server";
import type { SentFile } from "../sent-answers.server";
import { attachFiles, type HandInRefusal, handInForm } from "./answer-survey.server";
import { answerOfKey, knownLetter } from "./hand-in-by-letter.server";

/**
 * Types in a form that came on paper, on behalf of whoever filled it in; also after the phase has closed, for what came
 * in time. The secret of the page makes sending it twice one answer.
 */
export const enterFromPaper = command(
	"participation.enter-survey-from-paper",
	async (
		world: ActWorld,
		{
			surveyId,
			token,
			typed: texts,
			files = [],
			channel,
			letterCode = "",
		}: {
			surveyId: string;
			token: string;
			typed: TypedFields;
			files?: readonly SentFile[];
			channel: string;
			/** On the form, where the survey is answered with codes of letters. */
			letterCode?: string;
		},
	): Promise<
		Outcome<{ receipt: string }, HandInRefusal | "letter-code-wrong" | "letter-code-used" | "too-many-files">
	> => {
		const survey = await surveyById(world, surveyId);
		demand(mayEnterPaper, world.actor, survey.process);
		const key = survey.electorate === "letter" ? await knownLetter(world, surveyId, letterCode) : null;
		if (survey.electorate === "letter" && !key) return refused("letter-code-wrong", { field: "code" });
		const earlier = key && (await answerOfKey(world, surveyId, key));
		if (earlier) return refused("letter-code-used", { field: "code" });
		const id = newId(world.now);
		const attached = await attachFiles(world, { answerId: id, ownerId: survey.organisationId }, files);
		if (!attached.done) return attached;
		const typed = { ...texts, ...attached.value };
		const begins = survey.process.phases.some(
			({ switches, opensAt }) => switches.includes("survey") && opensAt <= world.now,
		);
		if (!begins) return refused("survey-closed");
		const { count } = await world.db.surveyAnswer.createMany({
			data: [
				{
					id,
					surveyId,
					tokenHash: hashToken(token),
					participantKey: key,
					typed,
					values: Prisma.DbNull,
					channel,
					receipt: newCode(10),
					createdAt: world.now,
					updatedAt: world.now,
				},
			],
			skipDuplicates: true,
		});
		if (count === 0) return refused("already-handed-in");
		return handInForm(world, token, channel);
	},
);
