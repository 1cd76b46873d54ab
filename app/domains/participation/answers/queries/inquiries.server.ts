import { findPass } from "~/domains/accounts/index.server";
import { today } from "~/platform/calendar.server";
import { NotFound } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { renderRichText } from "~/platform/rich-text/render.server";
import type { RichText } from "~/platform/rich-text/schema";
import { hashToken } from "~/platform/tokens.server";
import type { View } from "~/platform/world.server";
import { processAt, processById } from "../../processes/index.server";
import { everythingReleased } from "../commands/reply-to-inquiry.server";
import { mayReply, stateOf } from "../inquiry";
import { inquiryPurpose, mayAnswer } from "../policy.server";
import { askedAbout } from "./asked-about.server";

const inquiriesMost = 200;

/** The questions of a process to departments, the open ones first, with what came back. */
export async function inquiriesOf(view: View, { place, process: slug }: { place: string; process: string }) {
	const process = await processAt(view, { place, process: slug });
	demand(mayAnswer, view.actor, process);
	const rows = await view.db.inquiry.findMany({
		where: { processId: process.id },
		orderBy: [{ askedAt: "desc" }, { id: "desc" }],
		take: inquiriesMost,
		include: { replies: { orderBy: { at: "asc" } } },
	});
	const about = await askedAbout(
		view,
		rows.map(({ id }) => id),
		{ locale: view.locale, shown: false },
	);
	const day = today(view.now);
	const inquiries = rows.map((row) => ({
		id: row.id,
		office: row.office,
		email: row.email,
		question: row.question,
		askedAt: row.askedAt,
		dueOn: row.dueOn,
		state: stateOf(row, day),
		answer: row.answer,
		answeredBy: row.answeredBy,
		answeredAt: row.answeredAt,
		reminded: row.dueRemindedAt ?? row.remindedAt,
		/** Texts that arrived when another one already counted. */
		conflicts: row.replies.filter((reply) => reply.became === null),
		contributions: (about.get(row.id) ?? []).map(({ id, number, title, href }) => ({ id, number, title, href })),
	}));
	const order = { late: 0, open: 1, answered: 2, withdrawn: 3 } as const;
	return {
		process: { id: process.id, title: process.title, slug: process.slug },
		inquiries: inquiries.toSorted((one, other) => order[one.state] - order[other.state]),
	};
}

/** What the bearer of the link reads: the question, and only what is public about the contributions. */
export type InquiryPage = {
	open: true;
	process: string;
	asker: Asker;
	office: string;
	question: string;
	dueOn: Date;
	revision: number;
	answer: string | null;
	answeredBy: string | null;
	answeredAt: Date | null;
	/** False when it was answered to the public meanwhile: nothing to write any more. */
	mayReply: boolean;
	contributions: {
		id: string;
		number: number | null;
		title: string;
		/** The formatted text of a contribution; questions in comments have a plain one. */
		html: string | null;
		text: string;
		place: string | null;
	}[];
};

/** Who asked, and how they are reached. */
export type Asker = { name: string; post: string | null; phone: string | null; email: string | null };

/**
 * The page behind the link of a question. A link that no longer works says who asked and how to reach them; an unknown
 * one says nothing.
 */
export async function inquiryByToken(
	view: Pick<View, "db" | "now" | "locale">,
	token: string,
): Promise<InquiryPage | { open: false; asker: Asker | null }> {
	const pass = await findPass(view, token, inquiryPurpose);
	if (!pass) return { open: false, asker: await askerOfDeadLink(view, token) };
	const inquiry = await view.db.inquiry.findUnique({ where: { id: pass.subject.id } });
	if (!inquiry) throw new NotFound();
	const about = (await askedAbout(view, [inquiry.id], { locale: view.locale, shown: true })).get(inquiry.id) ?? [];
	const process = await processById(view, inquiry.processId);
	return {
		open: true,
		process: process.title,
		asker: await askerOf(view, inquiry.processId),
		office: inquiry.office,
		question: inquiry.question,
		dueOn: inquiry.dueOn,
		revision: inquiry.answerRevision,
		answer: inquiry.answer,
		answeredBy: inquiry.answeredBy,
		answeredAt: inquiry.answeredAt,
		mayReply: mayReply({
			withdrawnAt: inquiry.withdrawnAt,
			allReleased: await everythingReleased(view, inquiry.id),
		}),
		contributions: about.map(({ id, number, title, excerpt, body, place }) => ({
			...{ id, number, title, place },
			html: body === null ? null : renderRichText(body as RichText, { headingsFrom: 4 }),
			text: excerpt,
		})),
	};
}

/** The link was ours, but it is over or taken back: its bearer had it from us and may know whom to call. */
async function askerOfDeadLink(view: Pick<View, "db" | "now">, token: string): Promise<Asker | null> {
	const link = await view.db.onePurposeLink.findUnique({
		where: { tokenHash: hashToken(token) },
		select: { purpose: true, subjectId: true },
	});
	if (link?.purpose !== inquiryPurpose) return null;
	const inquiry = await view.db.inquiry.findUnique({ where: { id: link.subjectId }, select: { processId: true } });
	return inquiry && askerOf(view, inquiry.processId);
}

async function askerOf(view: Pick<View, "db" | "now">, processId: string): Promise<Asker> {
	const { organisation, responsiblePostId } = await processById(view, processId);
	const post = responsiblePostId
		? await view.db.post.findUnique({
				where: { id: responsiblePostId },
				select: { label: true, phone: true, mailbox: true },
			})
		: null;
	const { space, shortName } = organisation;
	return {
		name: space?.name ?? shortName,
		post: post?.label ?? null,
		phone: post?.phone ?? space?.phone ?? null,
		email: post?.mailbox ?? space?.email ?? null,
	};
}
