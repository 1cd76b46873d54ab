import { placeOf } from "~/domains/organisations/index.server";
import { today } from "~/platform/calendar.server";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { dayText } from "../../days.server";
import { surveyState } from "../survey";
import { type AnsweredBy, invitationFor } from "./invitation.server";

/** The page on which a municipality answers, with what it has said. @throws NotFound before it is open; Forbidden, SignInNeeded */
export async function answerPage(view: View, by: AnsweredBy) {
	const { survey, municipality, answers, answeredAt, municipalityId } = await invitationFor(view, by);
	const closesOn = dayText(survey.closesOn);
	const state = surveyState({ openedAt: survey.openedAt, closesOn }, dayText(today(view.now)));
	if (state === "draft") throw new NotFound();
	return {
		municipalityId,
		municipality: municipality.shortName,
		county: survey.owner.space?.name ?? survey.owner.shortName,
		phone: survey.owner.space?.phone ?? null,
		year: survey.year,
		intro: survey.intro,
		closesOn,
		state,
		answeredAt,
		questions: survey.questions.map(({ id, kind, text, options }) => ({
			kind,
			text,
			options,
			answer: answers.find(({ questionId }) => questionId === id)?.text ?? "",
		})),
	};
}

export type AnswerPage = Awaited<ReturnType<typeof answerPage>>;

/** The same for a municipality's own place. @throws NotFound for a survey of others; Forbidden or SignInNeeded */
export async function ownAnswerPage(view: View, slug: string, invitationId: string) {
	const place = await placeOf(view, slug);
	const page = await answerPage(view, { invitationId });
	const bodies = await view.db.organisation.count({
		where: { id: page.municipalityId, OR: [{ id: place.organisationId }, { parentId: place.organisationId }] },
	});
	if (bodies === 0) throw new NotFound();
	return { place: { slug: place.slug, name: place.name }, page };
}

/** The surveys of a municipality and those below it: open ones and those of the last year. */
export async function surveysFor({ db, now }: Pick<View, "db" | "now">, municipalityIds: readonly string[]) {
	const day = dayText(today(now));
	const rows = await db.needsInvitation.findMany({
		where: { municipalityId: { in: [...municipalityIds] }, survey: { openedAt: { not: null } } },
		include: { survey: true, municipality: { select: { shortName: true } } },
		orderBy: [{ survey: { year: "desc" } }, { municipality: { shortName: "asc" } }, { id: "asc" }],
		take: 20,
	});
	return rows.map(({ id, survey, municipality, answeredAt }) => ({
		id,
		year: survey.year,
		closesOn: dayText(survey.closesOn),
		isOpen: surveyState({ openedAt: survey.openedAt, closesOn: dayText(survey.closesOn) }, day) === "open",
		municipality: municipality.shortName,
		answeredAt,
	}));
}
