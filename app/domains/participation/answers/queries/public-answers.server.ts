import type { Prisma } from "~/platform/database/generated/client";
import { renderRichText } from "~/platform/rich-text/render.server";
import type { RichText } from "~/platform/rich-text/schema";
import type { View } from "~/platform/world.server";
import { mayRead } from "../../contributions/policy.server";
import { worksFor } from "../../processes/index.server";
import { contributionPath } from "../addresses";
import { fill, fillRichText, type Placeholders } from "../placeholders";

/** A released answer as everybody reads it; codes of `disposition` and `how` become words on the page. */
export type PublicAnswer = {
	disposition: string;
	reasonHtml: string;
	/** Which contribution said it before. */
	duplicateOf: { number: number | null; title: string; href: string } | null;
	releasedAt: Date;
	/** How it was released; null in a preview. */
	how: string | null;
	/** What was said before it was corrected, newest first. */
	earlier: { disposition: string; reasonHtml: string; releasedAt: Date; how: string }[];
	/** Who answers. */
	by: string;
	/** How many contributions and questions this one answer serves. */
	together: number;
	/** What was said about carrying it out, newest first. */
	updates: { state: string; text: string; at: Date }[];
};

const publicly = {
	released: { releasedAt: { not: null } },
	answer: {
		select: {
			process: {
				select: {
					title: true,
					publishedAt: true,
					organisationId: true,
					organisation: { select: { shortName: true, space: { select: { name: true } } } },
				},
			},
			revisions: { orderBy: { revision: "desc" } },
			updates: { orderBy: { id: "desc" }, select: { state: true, text: true, at: true } },
			_count: { select: { contributions: true, comments: true } },
		},
	},
} as const satisfies Record<string, Prisma.OfficialAnswerWhereInput | object>;

type Answered = Prisma.OfficialAnswerGetPayload<(typeof publicly)["answer"]>;

/** Contributions asked for at once, at most: one page of a list. */
const idsMost = 200;

/**
 * The released answers to these contributions, as far as this reader may read the contributions.
 * @returns by id of the contribution; those without a released answer are left out
 */
export async function answerFor(view: View, contributionIds: readonly string[]): Promise<Map<string, PublicAnswer>> {
	const rows = await view.db.answeredContribution.findMany({
		where: { contributionId: { in: contributionIds.slice(0, idsMost) }, answer: publicly.released },
		select: {
			contribution: {
				select: {
					id: true,
					number: true,
					title: true,
					organisationId: true,
					processId: true,
					authorId: true,
					submittedAt: true,
					publishedAt: true,
					hiddenAt: true,
					changedAt: true,
					withdrawnAt: true,
				},
			},
			answer: publicly.answer,
		},
	});
	const originals = await duplicatesOf(view, rows.map(originalOf));
	const answers = new Map<string, PublicAnswer>();
	for (const { contribution, answer } of rows) {
		if (mayRead(view.actor, { ...contribution, confirmationPending: false }) !== "text") continue;
		const { title, number } = contribution;
		const read = publicAnswer(view, answer, { title, number, originals });
		if (read) answers.set(contribution.id, read);
	}
	return answers;
}

/**
 * The released answers to questions below one contribution, which the caller has found readable.
 * @param commentIds comments that everybody reads
 * @returns by id of the comment
 */
export async function answersToQuestions(
	view: View,
	commentIds: readonly string[],
): Promise<Record<string, PublicAnswer>> {
	if (commentIds.length === 0) return {};
	const rows = await view.db.answeredComment.findMany({
		where: {
			commentId: { in: commentIds.slice(0, idsMost) },
			answer: publicly.released,
			comment: { publishedAt: { not: null }, hiddenAt: null, withdrawnAt: null },
		},
		select: {
			commentId: true,
			comment: { select: { contribution: { select: { title: true, number: true } } } },
			answer: publicly.answer,
		},
	});
	const originals = await duplicatesOf(view, rows.map(originalOf));
	return Object.fromEntries(
		rows.flatMap(({ commentId, comment, answer }) => {
			const read = publicAnswer(view, answer, { ...comment.contribution, originals });
			return read ? [[commentId, read]] : [];
		}),
	);
}

function originalOf({ answer }: { answer: Answered }): string | null {
	return answer.revisions[0]?.duplicateOfId ?? null;
}

type Originals = Awaited<ReturnType<typeof duplicatesOf>>;

/** An answer as it is read below one text; null where its process cannot be read. */
function publicAnswer(
	view: View,
	answer: Answered,
	{ title, number, originals }: { title: string; number: number | null; originals: Originals },
): PublicAnswer | null {
	const [newest, ...earlier] = answer.revisions;
	const { process } = answer;
	const readable =
		(process.publishedAt !== null && process.publishedAt <= view.now) ||
		view.actor.kind === "house" ||
		worksFor(view.actor, process);
	if (!newest || !readable) return null;
	const values = valuesOf({ title, number, process });
	return {
		...shown(newest, values),
		duplicateOf: newest.duplicateOfId ? (originals.get(newest.duplicateOfId) ?? null) : null,
		earlier: earlier.map((revision) => shown(revision, values)),
		by: process.organisation.space?.name ?? process.organisation.shortName,
		together: answer._count.contributions + answer._count.comments,
		updates: answer.updates,
	};
}

/** What the placeholders of an answer mean for one contribution. */
export function valuesOf({
	title,
	number,
	process,
}: {
	title: string;
	number: number | null;
	process: { title: string };
}): Placeholders {
	return { nummer: String(number ?? ""), titel: title, verfahren: process.title };
}

type Revision = { disposition: string; reason: unknown; releasedAt: Date; releasedHow: string };

/** A revision as it is read. */
export function shown({ disposition, reason, releasedAt, releasedHow }: Revision, values: Placeholders) {
	// stored only after the check of the house's own schema
	const reasonHtml = renderRichText(fillRichText(reason as RichText, values), { headingsFrom: 4 });
	return { disposition, reasonHtml, releasedAt, how: releasedHow };
}

/** Contributions that said it before, as far as they (still) stand in public. */
export async function duplicatesOf(view: Pick<View, "db">, ids: readonly (string | null)[]) {
	const wanted = ids.filter((id): id is string => id !== null);
	const found = await view.db.contribution.findMany({
		where: { id: { in: wanted }, publishedAt: { not: null }, hiddenAt: null, withdrawnAt: null },
		select: { id: true, number: true, title: true, code: true },
	});
	return new Map(found.map(({ id, number, title, code }) => [id, { number, title, href: contributionPath(code) }]));
}

type LatestAnswer = {
	title: string;
	href: string;
	disposition: string;
	/** The beginning of the reason. */
	reason: string;
	releasedAt: Date;
	process: string;
	place: string;
	/** How many contributions it answers. */
	count: number;
};

/**
 * „Was wurde daraus?“: the answers released last in published processes, newest first.
 * @param organisationId only those of this organisation
 */
export async function latestAnswers(view: View, limit: number, organisationId?: string): Promise<LatestAnswer[]> {
	const standing = { publishedAt: { not: null }, hiddenAt: null, withdrawnAt: null };
	const rows = await view.db.officialAnswer.findMany({
		where: {
			...publicly.released,
			process: { publishedAt: { lte: view.now }, organisation: { space: { openedAt: { lte: view.now } } } },
			contributions: { some: { contribution: standing } },
			...(organisationId ? { organisationId } : {}),
		},
		orderBy: [{ releasedAt: "desc" }, { id: "desc" }],
		take: Math.min(limit, 50),
		select: {
			process: {
				select: { title: true, organisation: { select: { shortName: true, space: { select: { name: true } } } } },
			},
			revisions: { orderBy: { revision: "desc" }, take: 1 },
			contributions: {
				where: { contribution: standing },
				orderBy: { contribution: { number: "asc" } },
				select: { contribution: { select: { title: true, code: true, number: true } } },
			},
		},
	});
	return rows.flatMap(({ process, revisions: [newest], contributions }) => {
		const first = contributions[0]?.contribution;
		if (!newest || !first) return [];
		const { space, shortName } = process.organisation;
		return [
			{
				title: first.title,
				href: contributionPath(first.code),
				disposition: newest.disposition,
				reason: beginning(fill(newest.reasonText, valuesOf({ ...first, process }))),
				releasedAt: newest.releasedAt,
				process: process.title,
				place: space?.name ?? shortName,
				count: contributions.length,
			},
		];
	});
}

function beginning(text: string): string {
	const line = text.replace(/\s+/g, " ");
	return line.length <= 160 ? line : `${line.slice(0, line.lastIndexOf(" ", 159))} …`;
}
