// the name without "use", which linters take for a hook of React
import { useLink as spendLink } from "~/domains/accounts/index.server";
import { type ActWorld, command } from "~/platform/act.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import { inquiryLimits, mayReply } from "../inquiry";
import type { Filled } from "../inquiry-sheet";
import { inquiryPurpose, mayAnswer, passFor } from "../policy.server";
import { askedAbout } from "../queries/asked-about.server";

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
		if (!(await spendLink(world, pass.linkId))) throw new NotFound();
		const { id } = pass.subject;
		const words = text.trim();
		const { answerLeast, answerMost } = inquiryLimits;
		if (words.length < answerLeast) return refused("answer-too-short", { field: "text" });
		if (words.length > answerMost) return refused("answer-too-long", { field: "text", values: { most: answerMost } });
		return takeReply(world, { id, revision, words, answeredBy, keepLate: true });
	},
);

/**
 * The department (by its link) or the officer hands in a filled-in list: one assessment for each contribution, empty where
 * there is none. All or nothing; refused as `version-moved` when another answer arrived since the list went out.
 * @param inquiryId for the officer; the bearer of a link has one question only
 */
export const replyByList = command(
	"participation.reply-by-list",
	async (
		world: ActWorld,
		given: { inquiryId: string; revision: number; rows: readonly Filled[]; answeredBy: string },
	): Promise<Outcome<null, ListRefusal>> => {
		const id = await listWriter(world, given.inquiryId);
		const listed = (await askedAbout(world, [id], { locale: "de", shown: false })).get(id) ?? [];
		const { eachMost } = inquiryLimits;
		const texts = new Map(given.rows.map((row) => [row.id, row.text.trim()]));
		const filled = listed.flatMap(({ kind, id: about, number }) => {
			const text = texts.get(about);
			return text ? [{ kind, about, number, text }] : [];
		});
		const right = given.rows.every((row) => listed.some((one) => one.id === row.id));
		if (!right || filled.length === 0 || filled.some(({ text }) => text.length > eachMost))
			return refused("sheet-wrong", { field: "table" });
		const words = filled.map(({ number, text }) => `${number}. ${text}`).join("\n\n");
		const taken = await takeReply(world, { ...given, id, words, keepLate: false });
		if (!taken.done) return taken;
		if (taken.value.conflict) return refused("version-moved", { field: "table" });
		for (const { kind, about, text: answer } of filled) {
			await (kind === "question"
				? world.db.inquiryComment.updateMany({ where: { inquiryId: id, commentId: about }, data: { answer } })
				: world.db.inquiryContribution.updateMany({
						where: { inquiryId: id, contributionId: about },
						data: { answer },
					}));
		}
		return done(null);
	},
);

type ListRefusal = "inquiry-closed" | "too-many-replies" | "version-moved" | "sheet-wrong";

/** The question that the bearer of the link, or somebody who answers for the organisation, may write to. */
async function listWriter(world: ActWorld, inquiryId: string): Promise<string> {
	const pass = world.actor.kind === "house" ? null : world.actor.pass;
	if (pass?.purpose === inquiryPurpose) {
		if (!(await spendLink(world, pass.linkId))) throw new NotFound();
		return passFor(world.actor, inquiryPurpose, "inquiry").subject.id;
	}
	const inquiry = await world.db.inquiry.findUnique({ where: { id: inquiryId }, select: { organisationId: true } });
	if (!inquiry) throw new NotFound();
	demand(mayAnswer, world.actor, inquiry);
	return inquiryId;
}

/** Writes what came back as the answer that counts; without `keepLate` nothing is written when another one does. */
async function takeReply(
	world: ActWorld,
	given: { id: string; revision: number; words: string; answeredBy: string; keepLate: boolean },
): Promise<Outcome<{ conflict: boolean }, "inquiry-closed" | "too-many-replies">> {
	const { id, revision, words, keepLate } = given;
	const inquiry = await world.db.inquiry.findUnique({
		where: { id },
		select: { organisationId: true, processId: true, withdrawnAt: true, _count: { select: { replies: true } } },
	});
	if (!inquiry) throw new NotFound();
	const allReleased = await everythingReleased(world, id);
	if (!mayReply({ withdrawnAt: inquiry.withdrawnAt, allReleased })) return refused("inquiry-closed");
	if (inquiry._count.replies >= repliesMost) return refused("too-many-replies");
	const by = given.answeredBy.trim().slice(0, inquiryLimits.nameMost) || null;
	const { count } = await world.db.inquiry.updateMany({
		where: { id, answerRevision: revision, withdrawnAt: null },
		data: { answerRevision: revision + 1, answer: words, answeredBy: by, answeredAt: world.now },
	});
	const conflict = count === 0;
	if (conflict && !keepLate) return done({ conflict });
	const became = conflict ? null : revision + 1;
	await world.db.inquiryReply.create({
		data: { id: newId(world.now), inquiryId: id, text: words, answeredBy: by, at: world.now, became },
	});
	// one text for all takes the place of what was said one by one
	if (!conflict) {
		await world.db.inquiryContribution.updateMany({ where: { inquiryId: id }, data: { answer: null } });
		await world.db.inquiryComment.updateMany({ where: { inquiryId: id }, data: { answer: null } });
	}
	world.record({
		type: conflict ? "participation.inquiry.answered-twice" : "participation.inquiry.answered",
		subject: { kind: "inquiry", id },
		ownerId: inquiry.organisationId,
		facts: { process: inquiry.processId, revision: became },
	});
	return done({ conflict });
}

/** Whether everything that the department was asked about has a released answer. */
export async function everythingReleased(view: Pick<ActWorld, "db">, inquiryId: string): Promise<boolean> {
	const unreleased = { answers: { none: { answer: { releasedAt: { not: null } } } } } as const;
	const [contributions, questions] = await Promise.all([
		view.db.inquiryContribution.count({ where: { inquiryId, contribution: unreleased } }),
		view.db.inquiryComment.count({ where: { inquiryId, comment: unreleased } }),
	]);
	return contributions + questions === 0;
}
