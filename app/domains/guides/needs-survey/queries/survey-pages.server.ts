import { dayOf, today } from "~/platform/calendar.server";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { dayText } from "../../days.server";
import { givenId } from "../../given.server";
import { mayApprove } from "../../policy.server";
import { placeOfGuides } from "../../queries/place-of-guides.server";
import { answerCode } from "../answer-code.server";
import { counted, surveyState } from "../survey";
import { reviewsOf } from "./reviews.server";

function givenYear(text: string): number {
	if (!/^[2]\d{3}$/.test(text)) throw new NotFound();
	return Number(text);
}

/** The surveys and reviews of a place, latest first. @throws NotFound; Forbidden or SignInNeeded */
export async function needsPage(view: View, slug: string) {
	const place = await placeOfGuides(view, slug);
	const day = dayText(today(view.now));
	const { year } = dayOf(view.now);
	const rows = await view.db.needsSurvey.findMany({
		where: { ownerId: place.ownerId },
		orderBy: { year: "desc" },
		take: 50,
		include: { invitations: { select: { answeredAt: true } } },
	});
	return {
		place,
		/** The year to prepare a survey for; null when it has one. */
		toPrepare: rows.some((row) => row.year === year) ? null : year,
		surveys: rows.map((row) => ({
			year: row.year,
			closesOn: dayText(row.closesOn),
			state: surveyState({ openedAt: row.openedAt, closesOn: dayText(row.closesOn) }, day),
			asked: row.invitations.length,
			answered: row.invitations.filter(({ answeredAt }) => answeredAt).length,
		})),
		reviews: await reviewsOf(view, { ownerId: place.ownerId }),
	};
}

/** A survey for the guides who ask: who has answered, and what. @throws NotFound; Forbidden or SignInNeeded */
export async function surveyPage(view: View, params: { place: string; year: string }) {
	const place = await placeOfGuides(view, params.place);
	const survey = await view.db.needsSurvey.findUnique({
		where: { ownerId_year: { ownerId: place.ownerId, year: givenYear(params.year) } },
		include: {
			questions: { orderBy: { position: "asc" } },
			invitations: {
				include: { municipality: { select: { shortName: true } }, answers: true },
				orderBy: [{ municipality: { shortName: "asc" } }, { id: "asc" }],
			},
		},
	});
	if (!survey) throw new NotFound();
	const { year, intro, openedAt, remindedAt, questions, invitations } = survey;
	const closesOn = dayText(survey.closesOn);
	return {
		place,
		survey: {
			year,
			intro,
			closesOn,
			openedAt,
			remindedAt,
			state: surveyState({ openedAt, closesOn }, dayText(today(view.now))),
		},
		mayOpen: mayApprove(view.actor, { organisationId: place.ownerId }),
		questions: questions.map(({ id, kind, text, options }) => {
			const answers = invitations.flatMap(({ id: invitationId, municipality, answers: given }) =>
				given
					.filter(({ questionId }) => questionId === id)
					.map((answer) => ({ invitationId, municipality: municipality.shortName, text: answer.text })),
			);
			return {
				id,
				kind,
				text,
				options,
				answers,
				counts: counted(
					{ kind, options },
					answers.map((answer) => answer.text),
				),
			};
		}),
		asked: invitations.map(({ id, municipality, mailedAt, answeredAt }) => ({
			id,
			name: municipality.shortName,
			mailedAt,
			answeredAt,
		})),
	};
}

/** A question of a draft to change, or the head for a new one ("neu"). @throws NotFound; Forbidden or SignInNeeded */
export async function questionPage(view: View, params: { place: string; year: string; question: string }) {
	const { place, survey, questions } = await surveyPage(view, params);
	if (params.question === "neu") return { place, year: survey.year, question: null };
	const question = questions.find(({ id }) => id === givenId(params.question));
	if (!question) throw new NotFound();
	return { place, year: survey.year, question };
}

/** What the printed letter to a municipality needs, with its code. @throws NotFound; Forbidden or SignInNeeded */
export async function surveyLetterPage(view: View, params: { place: string; year: string; invitation: string }) {
	const { place, survey, asked } = await surveyPage(view, params);
	const invitation = asked.find(({ id }) => id === givenId(params.invitation));
	if (!invitation) throw new NotFound();
	return { place, survey, municipality: invitation.name, code: answerCode(invitation.id) };
}
