import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { today } from "~/platform/calendar.server";
import { queueMail } from "~/platform/mail/queue.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import { addressees } from "../../county-news/addressees.server";
import { mailboxOf } from "../../county-news/mailbox.server";
import { mayApprove } from "../../policy.server";
import { answerCode, answerCodeHash } from "../answer-code.server";
import { surveyLetter } from "../letters.server";
import { type AtSurvey, lockedSurvey } from "./locked-survey.server";

type Asked = { invitationId: string; municipalityId: string };

/** One mail for each mailbox, however many municipalities it reads for. @returns the invitations that were mailed */
async function write(
	world: ActWorld,
	{ surveyId, asked, kind }: { surveyId: string; asked: readonly Asked[]; kind: "asked" | "reminded" },
): Promise<string[]> {
	const { db, now } = world;
	const survey = await db.needsSurvey.findUniqueOrThrow({
		where: { id: surveyId },
		include: { owner: { include: { space: true } } },
	});
	const names = await db.organisation.findMany({
		where: { id: { in: asked.map(({ municipalityId }) => municipalityId) } },
		select: { id: true, shortName: true },
	});
	const byMailbox = new Map<string, { name: string; invitationId: string }[]>();
	for (const { invitationId, municipalityId } of asked) {
		const mailbox = await mailboxOf(db, municipalityId, now);
		if (!mailbox) continue;
		const name = names.find(({ id }) => id === municipalityId)?.shortName ?? "";
		byMailbox.set(mailbox, [...(byMailbox.get(mailbox) ?? []), { name, invitationId }]);
	}
	for (const [to, municipalities] of byMailbox) {
		const letter = surveyLetter({
			kind,
			survey,
			municipalities: municipalities.map(({ name, invitationId }) => ({ name, code: answerCode(invitationId) })),
		});
		await queueMail(world, { key: `needs-survey:${surveyId}:${kind}:${to}`, to, letter });
	}
	return [...byMailbox.values()].flat().map(({ invitationId }) => invitationId);
}

/**
 * Opens a survey: every municipality gets its own code, by mail where it has a mailbox; for the others the code is printed.
 * From now on words and questions stay.
 * @returns how many are asked, and how many of them by mail
 * @throws NotFound; Forbidden or SignInNeeded
 */
export const openSurvey = command(
	"guides.open-needs-survey",
	async (
		world: ActWorld,
		at: AtSurvey,
	): Promise<
		Outcome<{ asked: number; mailed: number }, "survey-open" | "no-questions" | "day-passed" | "nobody-there">
	> => {
		const { db, actor, now } = world;
		const { survey, state, recorded } = await lockedSurvey(world, at, mayApprove);
		if (state !== "draft") return refused("survey-open");
		if (survey.questions.length === 0) return refused("no-questions");
		if (survey.closesOn < today(now)) return refused("day-passed", { field: "closesOn" });
		const municipalities = await addressees(world, { ownerId: at.ownerId, areaId: null });
		if (municipalities.length === 0) return refused("nobody-there");
		await db.needsSurvey.update({
			where: { id: survey.id },
			data: { openedAt: now, openedById: personIdOf(actor) },
		});
		const asked = municipalities.map((municipalityId) => ({ invitationId: newId(now), municipalityId }));
		await db.needsInvitation.createMany({
			data: asked.map(({ invitationId, municipalityId }) => ({
				id: invitationId,
				surveyId: survey.id,
				municipalityId,
				codeHash: answerCodeHash(answerCode(invitationId)),
			})),
		});
		const mailed = await write(world, { surveyId: survey.id, asked, kind: "asked" });
		await db.needsInvitation.updateMany({ where: { id: { in: mailed } }, data: { mailedAt: now } });
		const facts = { asked: asked.length, mailed: mailed.length };
		world.record({ type: "guides.needs-survey.opened", ...recorded, facts });
		return done(facts);
	},
);

/**
 * Reminds those who have not answered, once and all together.
 * @returns how many are reminded by mail
 * @throws NotFound; Forbidden or SignInNeeded
 */
export const remindOfSurvey = command(
	"guides.remind-of-needs-survey",
	async (
		world: ActWorld,
		at: AtSurvey,
	): Promise<Outcome<{ mailed: number }, "survey-not-open" | "reminded-before" | "nobody-missing">> => {
		const { db, now } = world;
		const { survey, state, recorded } = await lockedSurvey(world, at, mayApprove);
		if (state !== "open") return refused("survey-not-open");
		if (survey.remindedAt) return refused("reminded-before");
		const missing = await db.needsInvitation.findMany({
			where: { surveyId: survey.id, answeredAt: null },
			select: { id: true, municipalityId: true },
			orderBy: { id: "asc" },
		});
		const asked = missing.map(({ id, municipalityId }) => ({ invitationId: id, municipalityId }));
		const mailed = await write(world, { surveyId: survey.id, asked, kind: "reminded" });
		if (mailed.length === 0) return refused("nobody-missing");
		await db.needsSurvey.update({ where: { id: survey.id }, data: { remindedAt: now } });
		world.record({ type: "guides.needs-survey.reminded", ...recorded, facts: { mailed: mailed.length } });
		return done({ mailed: mailed.length });
	},
);
