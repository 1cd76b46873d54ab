import { useLink } from "~/domains/accounts/index.server";
import { type ActWorld, command } from "~/platform/act.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import { inquiryLimits, mayReply } from "../inquiry";
import { inquiryPurpose, passFor } from "../policy.server";

/** More texts than this come from no department. */
const repliesMost = 50;

type ReplyRefusal = "answer-too-short" | "answer-too-long" | "inquiry-closed" | "too-many-replies";

/**
 * The department answers, or corrects what it answered, by its link. When another answer arrived since the page was
 * opened, this one is kept beside it (`conflict`), and the one that counts stays.
 * @param revision the answer that stood on the page, 0 for none
 */
export const replyToInquiry = command(
	"participation.reply-to-inquiry",
	async (
		world: ActWorld,
		{ revision, text, answeredBy }: { revision: number; text: string; answeredBy: string },
	): Promise<Outcome<{ conflict: boolean }, ReplyRefusal>> => {
		const pass = passFor(world.actor, inquiryPurpose, "inquiry");
		if (!(await useLink(world, pass.linkId))) throw new NotFound();
		const { id } = pass.subject;
		const inquiry = await world.db.inquiry.findUnique({
			where: { id },
			select: { organisationId: true, processId: true, withdrawnAt: true, _count: { select: { replies: true } } },
		});
		if (!inquiry) throw new NotFound();
		const words = text.trim();
		const { answerLeast, answerMost, nameMost } = inquiryLimits;
		if (words.length < answerLeast) return refused("answer-too-short", { field: "text" });
		if (words.length > answerMost) return refused("answer-too-long", { field: "text", values: { most: answerMost } });
		const allReleased = await everythingReleased(world, id);
		if (!mayReply({ withdrawnAt: inquiry.withdrawnAt, allReleased })) return refused("inquiry-closed");
		if (inquiry._count.replies >= repliesMost) return refused("too-many-replies");
		const by = answeredBy.trim().slice(0, nameMost) || null;
		const { count } = await world.db.inquiry.updateMany({
			where: { id, answerRevision: revision, withdrawnAt: null },
			data: { answerRevision: revision + 1, answer: words, answeredBy: by, answeredAt: world.now },
		});
		const conflict = count === 0;
		const became = conflict ? null : revision + 1;
		await world.db.inquiryReply.create({
			data: { id: newId(world.now), inquiryId: id, text: words, answeredBy: by, at: world.now, became },
		});
		world.record({
			type: conflict ? "participation.inquiry.answered-twice" : "participation.inquiry.answered",
			subject: { kind: "inquiry", id },
			ownerId: inquiry.organisationId,
			facts: { process: inquiry.processId, revision: became },
		});
		return done({ conflict });
	},
);

/** Whether every contribution of the question has a released answer. */
export async function everythingReleased(view: Pick<ActWorld, "db">, inquiryId: string): Promise<boolean> {
	const open = await view.db.inquiryContribution.count({
		where: { inquiryId, contribution: { answers: { none: { answer: { releasedAt: { not: null } } } } } },
	});
	return open === 0;
}
