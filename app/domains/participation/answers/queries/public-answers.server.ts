import type { Prisma } from "~/platform/database/generated/client";
import { renderRichText } from "~/platform/rich-text/render.server";
import type { RichText } from "~/platform/rich-text/schema";
import type { View } from "~/platform/world.server";
import { mayRead } from "../../contributions/policy.server";
import { worksFor } from "../../processes/index.server";
import { contributionPath } from "../addresses";

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
};

const publicly = {
	released: { releasedAt: { not: null } },
	revisions: { orderBy: { revision: "desc" } },
} as const satisfies Record<string, Prisma.OfficialAnswerWhereInput | object>;

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
			answer: {
				select: {
					process: {
						select: {
							publishedAt: true,
							organisationId: true,
							organisation: { select: { shortName: true, space: { select: { name: true } } } },
						},
					},
					revisions: publicly.revisions,
				},
			},
		},
	});
	const originals = await duplicatesOf(
		view,
		rows.map(({ answer }) => answer.revisions[0]?.duplicateOfId ?? null),
	);
	const answers = new Map<string, PublicAnswer>();
	for (const { contribution, answer } of rows) {
		const [newest, ...earlier] = answer.revisions;
		const { process } = answer;
		const readable =
			(process.publishedAt !== null && process.publishedAt <= view.now) ||
			view.actor.kind === "house" ||
			worksFor(view.actor, process);
		if (!newest || !readable || mayRead(view.actor, { ...contribution, confirmationPending: false }) !== "text")
			continue;
		answers.set(contribution.id, {
			...shown(newest),
			duplicateOf: newest.duplicateOfId ? (originals.get(newest.duplicateOfId) ?? null) : null,
			earlier: earlier.map(shown),
			by: process.organisation.space?.name ?? process.organisation.shortName,
		});
	}
	return answers;
}

type Revision = { disposition: string; reason: unknown; releasedAt: Date; releasedHow: string };

/** A revision as it is read. */
export function shown({ disposition, reason, releasedAt, releasedHow }: Revision) {
	// stored only after the check of the house's own schema
	const reasonHtml = renderRichText(reason as RichText, { headingsFrom: 4 });
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
				select: { contribution: { select: { title: true, code: true } } },
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
				reason: beginning(newest.reasonText),
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
