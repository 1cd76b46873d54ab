import { command } from "~/platform/act.server";
import { daysFrom, today } from "~/platform/calendar.server";
import type { ReportBackChannel } from "~/platform/database/generated/enums";
import { queueMail } from "~/platform/mail/queue.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { hashToken, newId, newToken } from "~/platform/tokens.server";
import { type ConcernOutcome, limits, mayMove, promisedDays } from "../concern";
import { answerLetter } from "../letters.server";
import { awaitingResult, isCarriedOn } from "./carry-on.server";
import { withdrawForwardings } from "./forward-concern.server";
import { heldConcern } from "./held-concern.server";

type Answer = {
	ownerId: string;
	code: string;
	text: string;
	channel: ReportBackChannel;
	/** What came of it, and the same in a sentence without names, for reports and public pages. */
	outcome?: ConcernOutcome | null;
	summary?: string | null;
};

type Refused =
	| "concern-over"
	| "clarify-first"
	| "answer-missing"
	| "answer-too-long"
	| "address-missing"
	| "summary-missing"
	| "summary-too-long";

/**
 * Reports back to the asker: by mail with a new status link, or told in another way and written down here. It stays open while it
 * goes on elsewhere.
 * @returns the report-back's id; refused with "clarify-first" while it has no post, "address-missing" for a mail to
 * nobody, and the other codes of `Refused`
 * @throws NotFound when it is not this owner's; Forbidden or SignInNeeded
 */
export const answerConcern = command(
	"guides.answer-concern",
	async (
		world,
		{ text, channel, outcome = null, summary = null, ...of }: Answer,
	): Promise<Outcome<{ reportBackId: string }, Refused>> => {
		const { db, actor, now } = world;
		const { concern, present, subject, recorded, asDeputy, deputyForId } = await heldConcern(world, of);
		const words = text.trim();
		if (words.length < limits.textLeast) return refused("answer-missing", { field: "text" });
		if (words.length > limits.answerMost) return refused("answer-too-long", { field: "text" });
		if (!mayMove(concern.state, "ANSWERED")) {
			return refused(concern.state === "CAPTURED" || concern.state === "CLARIFIED" ? "clarify-first" : "concern-over");
		}
		if (!present) return refused("clarify-first");
		if (channel === "MAIL" && !concern.askerEmail) return refused("address-missing", { field: "channel" });
		const short = summary?.trim() || null;
		if (outcome === "DECLINED" && !short) return refused("summary-missing", { field: "summary" });
		if (short && short.length > limits.summaryMost) return refused("summary-too-long", { field: "summary" });
		const id = newId(now);
		const byPersonId = actor.kind === "person" ? actor.personId : null;
		const { postId } = present;
		await db.reportBack.create({
			data: {
				id,
				concernId: concern.id,
				text: words,
				channel,
				postId,
				byPersonId,
				asDeputy,
				deputyForId,
				sentAt: now,
				outcome,
				summary: short,
			},
		});
		// "It goes on elsewhere" is no end where the thread says so: the asker hears again when there is a result.
		const goesOn = outcome === "CARRIED" && (await isCarriedOn(world, concern.id));
		await db.concern.update({
			where: { id: concern.id },
			data: goesOn
				? awaitingResult({ state: concern.state, now })
				: {
						state: "ANSWERED",
						nextStep: "WAIT_FOR_ASKER",
						nextOn: daysFrom(today(now), promisedDays.closing),
						nextNote: null,
					},
		});
		await withdrawForwardings(world, concern.id);
		// What others are writing stays theirs.
		if (byPersonId) await db.concernDraft.deleteMany({ where: { concernId: concern.id, personId: byPersonId } });
		if (channel === "MAIL" && concern.askerEmail) {
			const token = newToken();
			await db.concernStatusLink.create({
				data: { hash: hashToken(token), concernId: concern.id, createdAt: now },
			});
			const letter = answerLetter(concern.locale === "en" ? "en" : "de", { concern, token, text: words });
			await queueMail(world, { key: `concern:${concern.id}:answer:${id}`, to: concern.askerEmail, letter });
		}
		world.record({
			type: "guides.concern.answered",
			subject,
			...recorded,
			facts: { reportBack: id, channel, post: postId, deputy: asDeputy, outcome, goesOn },
		});
		return done({ reportBackId: id });
	},
);
