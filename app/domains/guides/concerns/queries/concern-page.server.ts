import { personNames } from "~/domains/accounts/index.server";
import { filesOf } from "~/domains/files/index.server";
import { postView } from "~/domains/organisations/index.server";
import { personIdOf } from "~/platform/actor";
import type { View } from "~/platform/world.server";
import { dayText } from "../../days.server";
import { explained, readExplanation } from "../../plans/queries/explained.server";
import { mayPlan } from "../../policy.server";
import { bundledWith } from "./alike.server";
import { cameOfIt, suggestedAnswer } from "./came-of-it.server";
import { type FoundConcern, handledConcern, linkedConcern, publicConcern } from "./find-concern.server";
import { threadOf } from "./forwardings.server";

/** What everybody who may read a concern sees of it; never the asker. */
export async function readable(view: View, concern: FoundConcern) {
	const [present] = concern.assignments;
	const principals = await principalsOf(view, concern);
	const { code, kind, state, text, capturedAt, nextStep, nextOn, nextNote, closedBecause } = concern;
	return {
		code,
		kind,
		state,
		text,
		capturedAt,
		closedBecause,
		place: concern.municipality?.shortName ?? null,
		topic: concern.topic?.name ?? null,
		next: nextStep && nextOn ? { step: nextStep, on: dayText(nextOn), note: nextNote } : null,
		responsible: present
			? {
					post: await postView(view, present.postId),
					explanation: await explained(view.db, readExplanation(present.explanation)),
				}
			: null,
		answers: concern.reportBacks.map((answer) => ({
			id: answer.id,
			text: answer.text,
			channel: answer.channel,
			sentAt: answer.sentAt,
			asDeputy: answer.asDeputy,
			/** For whom, where the post is public or the reader works there. */
			deputyFor: answer.deputyForId ? (principals.get(answer.deputyForId) ?? null) : null,
			notAnsweredAt: answer.notAnsweredAt,
			outcome: answer.outcome,
			summary: answer.summary,
		})),
	};
}

/** Names of those for whom deputies answered; of posts that are not public only for those who handle the concern. */
function principalsOf(view: View, { ownerId, reportBacks }: FoundConcern): Promise<Map<string, string>> {
	const handles = mayPlan(view.actor, { organisationId: ownerId });
	const seen = reportBacks.filter(({ post }) => post.isPublic || handles);
	return personNames(
		view,
		seen.map(({ deputyForId }) => deputyForId),
	);
}

/** The status page of whoever holds the link. @throws NotFound for any other token */
export async function statusPage(view: View, token: string) {
	const concern = await linkedConcern(view, token);
	const [last] = concern.reportBacks;
	return {
		...(await readable(view, concern)),
		mailed: concern.askerEmail !== null,
		came: await cameOfIt(view, concern.id),
		mayObject: last !== undefined && last.notAnsweredAt === null,
	};
}

/** A concern that everybody may read. @throws NotFound for all others */
export async function publicConcernPage(view: View, code: string) {
	const concern = await publicConcern(view, code);
	return { ...(await readable(view, concern)), came: await cameOfIt(view, concern.id) };
}

/** A concern for those who handle it. @throws NotFound when it is not this owner's; Forbidden or SignInNeeded */
export async function handlePage(view: View, of: { ownerId: string; code: string }) {
	const concern = await handledConcern(view, of);
	const history = await view.db.assignment.findMany({
		where: { concernId: concern.id },
		orderBy: [{ fromAt: "asc" }, { id: "asc" }],
		take: 100,
		select: { id: true, fromAt: true, untilAt: true, explanation: true, post: { select: { label: true } } },
	});
	return {
		...(await readable(view, concern)),
		id: concern.id,
		bundled: await bundledWith(view, concern),
		thread: await threadOf(view, concern.id),
		came: await cameOfIt(view, concern.id),
		/** Words for the answer, where something came of it. */
		suggested: await suggestedAnswer(view, concern.id),
		drafts: await draftsOf(view, concern.id),
		mail: await mailOf(view, concern.id),
		municipalityId: concern.municipalityId,
		topicId: concern.topicId,
		manualPostId: concern.assignments.find(({ cause }) => cause === "MANUAL")?.postId ?? null,
		asker: { name: concern.askerName, email: concern.askerEmail, forgotten: concern.askerForgottenAt !== null },
		origin: concern.origin,
		visibility: concern.visibility,
		mayBePublic: concern.mayBePublic,
		objections: concern.reportBacks.flatMap(({ id, notAnsweredAt, notAnsweredText }) =>
			notAnsweredAt && notAnsweredText ? [{ id, at: notAnsweredAt, text: notAnsweredText }] : [],
		),
		history: await Promise.all(
			history.map(async ({ id, fromAt, untilAt, explanation, post }) => ({
				id,
				fromAt,
				untilAt,
				post: post.label,
				explanation: await explained(view.db, readExplanation(explanation)),
			})),
		),
	};
}

/** What staff are writing: one's own text, and who else writes since when. */
async function draftsOf({ db, actor }: View, concernId: string) {
	const rows = await db.concernDraft.findMany({ where: { concernId }, orderBy: { savedAt: "desc" }, take: 20 });
	const own = personIdOf(actor);
	const others = rows.filter(({ personId }) => personId !== own);
	const people = await personNames(
		{ db },
		others.map(({ personId }) => personId),
	);
	return {
		own: rows.find(({ personId }) => personId === own)?.text ?? null,
		others: others.flatMap(({ personId, savedAt }) => {
			const name = people.get(personId);
			return name ? [{ personId, name, savedAt }] : [];
		}),
	};
}

/** The files that came with the mail of which it was made. */
async function mailOf(view: View, concernId: string) {
	const mail = await view.db.concernMail.findUnique({ where: { concernId }, select: { id: true, leftOut: true } });
	return mail && { files: await filesOf(view, { kind: "concern-mail", id: mail.id }), leftOut: mail.leftOut };
}
