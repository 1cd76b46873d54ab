import { today } from "~/platform/calendar.server";
import type { Prisma } from "~/platform/database/generated/client";
import { literally } from "~/platform/database/like-pattern.server";
import type { View } from "~/platform/world.server";
import { placeOf } from "../../../organisations/index.server";
import { resultOf } from "../../deciding/recommendation";
import { type DecisionKind, decisionKind, type LifeState, lifeOn } from "../life";

export type Asked = {
	place: string | null;
	words: string;
	kind: DecisionKind | null;
	result: "adopted" | "rejected" | "not-decided" | null;
	state: LifeState | null;
	page: number;
};

export const pageSize = 20;

/** Published decisions of public groups in open places, newest first; one page of those that are asked for. @throws NotFound for a place that is not there */
export async function register(view: View, asked: Asked) {
	const at = asked.place === null ? null : await placeOf(view, asked.place);
	const day = today(view.now);
	const where: Prisma.RecommendationWhereInput = {
		publishedAt: { lte: view.now },
		group: {
			isPublic: true,
			organisation: { space: { openedAt: { lte: view.now } } },
			...(at && { organisationId: at.organisationId }),
		},
		AND: [
			withWords(asked.words),
			asked.kind ? ofKind(asked.kind) : {},
			asked.result ? { result: asked.result } : {},
			asked.state ? inState(asked.state, day) : {},
		],
	};
	const [total, rows] = await Promise.all([
		view.db.recommendation.count({ where }),
		view.db.recommendation.findMany({
			where,
			select: {
				id: true,
				code: true,
				title: true,
				wordingText: true,
				result: true,
				publishedAt: true,
				reviewOn: true,
				group: {
					select: { name: true, organisation: { select: { shortName: true, space: { select: { name: true } } } } },
				},
				particulars: { select: { kind: true } },
				steps: { select: { state: true }, orderBy: [{ at: "asc" }, { id: "asc" }] },
				replacedBy: { select: { fromDay: true } },
			},
			orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
			skip: (asked.page - 1) * pageSize,
			take: pageSize,
		}),
	]);
	return {
		place: at && { slug: at.slug, name: at.name },
		total,
		decisions: rows.map((row) => ({
			id: row.id,
			code: row.code,
			title: row.title,
			text: row.wordingText.length > 220 ? `${row.wordingText.slice(0, 219).trimEnd()}…` : row.wordingText,
			group: row.group.name,
			place: row.group.organisation.space?.name ?? row.group.organisation.shortName,
			kind: decisionKind(row.particulars?.kind),
			result: resultOf(row.result),
			state:
				row.result === "adopted"
					? lifeOn({ steps: row.steps, replacedFrom: row.replacedBy?.fromDay ?? null }, day)
					: null,
			publishedAt: row.publishedAt ?? view.now,
		})),
	};
}

function withWords(words: string): Prisma.RecommendationWhereInput {
	const each = words.split(/\s+/).filter((word) => word !== "");
	return {
		AND: each.slice(0, 8).map((word) => {
			const contains = { contains: literally(word), mode: "insensitive" } as const;
			return {
				OR: [{ title: contains }, { wordingText: contains }, { code: contains }, { group: { name: contains } }],
			};
		}),
	};
}

function ofKind(kind: DecisionKind): Prisma.RecommendationWhereInput {
	if (kind === "recommendation") return { OR: [{ particulars: null }, { particulars: { kind } }] };
	return { particulars: { kind } };
}

/** The same as `lifeOn`, as a condition: steps end, so an ended decision has no later one. */
function inState(state: LifeState, day: Date): Prisma.RecommendationWhereInput {
	const revoked = { steps: { some: { state: "revoked" } } };
	const replaced = { replacedBy: { fromDay: { lte: day } } };
	const lives = { NOT: [revoked, replaced] };
	const ended = { steps: { some: { state: { in: ["done", "not-done"] } } } };
	const isAdopted = { result: "adopted" };
	switch (state) {
		case "revoked":
			return revoked;
		case "replaced":
			return { AND: [replaced, { NOT: revoked }] };
		case "published":
			return { AND: [isAdopted, lives, { steps: { none: {} } }] };
		case "done":
		case "not-done":
			return { AND: [lives, { steps: { some: { state } } }] };
		case "under-way":
			return { AND: [lives, { NOT: [ended] }, { steps: { some: { state }, none: { state: "partly" } } }] };
		case "partly":
			return { AND: [lives, { NOT: [ended] }, { steps: { some: { state } } }] };
	}
}
