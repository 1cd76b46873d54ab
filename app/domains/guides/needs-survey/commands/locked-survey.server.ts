import type { ActWorld } from "~/platform/act.server";
import type { Actor } from "~/platform/actor";
import { today } from "~/platform/calendar.server";
import { NotFound } from "~/platform/outcome";
import { demand, type Policy } from "~/platform/policy";
import { dayText } from "../../days.server";
import { actingAs } from "../../policy.server";
import { surveyState } from "../survey";

/** A survey of an owner by its year, locked until the act is over. */
export type AtSurvey = { ownerId: string; year: number };

/** @throws NotFound when it is not this owner's; Forbidden or SignInNeeded */
export async function lockedSurvey(
	world: ActWorld,
	{ ownerId, year }: AtSurvey,
	may: Policy<{ organisationId: string }>,
) {
	const { db, actor, now } = world;
	demand(may, actor, { organisationId: ownerId });
	await db.$queryRaw`SELECT 1 FROM needs_survey WHERE owner_id = ${ownerId}::uuid AND year = ${year} FOR UPDATE`;
	const survey = await db.needsSurvey.findUnique({
		where: { ownerId_year: { ownerId, year } },
		include: { questions: { orderBy: { position: "asc" } } },
	});
	if (!survey) throw new NotFound();
	const state = surveyState({ openedAt: survey.openedAt, closesOn: dayText(survey.closesOn) }, dayText(today(now)));
	return { survey, state, recorded: recordedOf(actor, ownerId, survey.id) };
}

function recordedOf(actor: Actor, ownerId: string, id: string) {
	return { subject: { kind: "needs-survey", id }, ...actingAs(actor, ownerId).recorded };
}
