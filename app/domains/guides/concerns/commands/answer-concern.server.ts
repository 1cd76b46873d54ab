import { command } from "~/platform/act.server";
import { daysFrom, today } from "~/platform/calendar.server";
import type { ReportBackChannel } from "~/platform/database/generated/enums";
import { queueMail } from "~/platform/mail/queue.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { hashToken, newId, newToken } from "~/platform/tokens.server";
import { limits, mayMove, promisedDays } from "../concern";
import { answerLetter } from "../letters.server";
import { heldConcern } from "./held-concern.server";

type Answer = { ownerId: string; code: string; text: string; channel: ReportBackChannel };

type Refused = "concern-over" | "clarify-first" | "answer-missing" | "answer-too-long" | "address-missing";

/**
 * Reports back to the asker: by mail with a new status link, or told in another way and written down here.
 * @returns the report-back's id; refused with "clarify-first" while it has no post, "address-missing" for a mail to
 * nobody, and the other codes of `Refused`
 * @throws NotFound when it is not this owner's; Forbidden or SignInNeeded
 */
export const answerConcern = command(
	"guides.answer-concern",
	async (world, { text, channel, ...of }: Answer): Promise<Outcome<{ reportBackId: string }, Refused>> => {
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
			},
		});
		await db.concern.update({
			where: { id: concern.id },
			data: {
				state: "ANSWERED",
				nextStep: "WAIT_FOR_ASKER",
				nextOn: daysFrom(today(now), promisedDays.closing),
				nextNote: null,
			},
		});
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
			facts: { reportBack: id, channel, post: postId, deputy: asDeputy },
		});
		return done({ reportBackId: id });
	},
);
