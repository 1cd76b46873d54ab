import { placeOf } from "~/domains/organisations/index.server";
import { today } from "~/platform/calendar.server";
import type { Prisma } from "~/platform/database/generated/client";
import { literally } from "~/platform/database/like-pattern.server";
import { resolveSubjects } from "~/platform/manifest.server";
import { NotFound } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { mayRecordResolutions } from "../policy.server";
import type { ResolutionOutcome } from "../resolution";
import { told } from "./resolution-page.server";

export const pageSize = 20;
const listed = {
	organisation: { select: { shortName: true, space: { select: { slug: true, name: true, openedAt: true } } } },
} satisfies Prisma.ResolutionInclude;

export type ResolutionFilter = {
	organisationId: string;
	outcome: ResolutionOutcome | null;
	/** Only what was adopted without money for it. */
	unfunded: boolean;
	words: string;
	page: number;
};

/** One page of the published resolutions of an organisation, the latest session first, with the number of all. */
export async function listResolutions(view: View, filter: ResolutionFilter) {
	const { organisationId, outcome, unfunded, words, page } = filter;
	const contains = literally(words.trim().slice(0, 100));
	const where: Prisma.ResolutionWhereInput = {
		organisationId,
		publishedAt: { lte: view.now },
		organisation: { space: { openedAt: { lte: view.now } } },
		...(outcome && { outcome }),
		...(unfunded && { funding: { in: ["unfunded", "partly"] } }),
		...(contains !== "" && {
			OR: [
				{ title: { contains, mode: "insensitive" } },
				{ summary: { contains, mode: "insensitive" } },
				{ paperNumber: { contains, mode: "insensitive" } },
			],
		}),
	};
	const total = await view.db.resolution.count({ where });
	const shown = Math.min(Math.max(page, 1), Math.max(1, Math.ceil(total / pageSize)));
	const rows = await view.db.resolution.findMany({
		where,
		orderBy: [{ sessionOn: "desc" }, { id: "desc" }],
		skip: (shown - 1) * pageSize,
		take: pageSize,
		include: listed,
	});
	return { total, page: shown, resolutions: rows.map((row) => told({ ...row, spaceIsOpen: true })) };
}

/** One page of an organisation's resolutions for those who write them down, the latest session first. */
export async function managedResolutions(view: View, at: { place: string; page: number }) {
	const { organisationId, name, slug } = await placeOf(view, at.place);
	demand(mayRecordResolutions, view.actor, { organisationId });
	const rows = await view.db.resolution.findMany({
		where: { organisationId },
		orderBy: [{ sessionOn: "desc" }, { id: "desc" }],
		skip: (Math.max(1, at.page) - 1) * pageSize,
		take: pageSize + 1,
		include: listed,
	});
	return {
		place: { name, slug },
		more: rows.length > pageSize,
		resolutions: rows.slice(0, pageSize).map((row) => told({ ...row, spaceIsOpen: true })),
	};
}

/** Whether a published resolution about this object binds the administration: adopted, at least in part. */
export async function isBoundAbout(
	view: Pick<View, "db" | "now">,
	about: { kind: string; id: string },
): Promise<boolean> {
	const links = await view.db.traceLink.findMany({
		where: { fromKind: about.kind, fromId: about.id, relation: "put-to-council", toKind: "resolution" },
		select: { toId: true },
		take: 20,
	});
	const ids = links.map(({ toId }) => toId);
	return (
		(await view.db.resolution.count({ where: { id: { in: ids }, effect: "binds", publishedAt: { lte: view.now } } })) >
		0
	);
}

/** Published resolutions about an object, the latest first; drafts only for those who may read them anyway: not here. */
export async function resolutionsAbout(view: View, about: { kind: string; id: string }) {
	const links = await view.db.traceLink.findMany({
		where: { fromKind: about.kind, fromId: about.id, relation: "put-to-council", toKind: "resolution" },
		select: { toId: true },
		take: 20,
	});
	if (links.length === 0) return [];
	const rows = await view.db.resolution.findMany({
		where: {
			id: { in: links.map(({ toId }) => toId) },
			publishedAt: { lte: view.now },
			organisation: { space: { openedAt: { lte: view.now } } },
		},
		orderBy: [{ sessionOn: "desc" }, { id: "desc" }],
		include: listed,
	});
	return rows.map((row) => told({ ...row, spaceIsOpen: true }));
}

export type ListedResolution = Awaited<ReturnType<typeof resolutionsAbout>>[number];

/**
 * What the page of a new resolution shows: where it will belong, and what lay before the body.
 * @throws NotFound when `about` is not there for the reader
 */
export async function beginning(view: View, at: { place: string; about: string | null }) {
	const { organisationId, name, slug } = await placeOf(view, at.place);
	demand(mayRecordResolutions, view.actor, { organisationId });
	const about = subjectIn(at.about);
	const source = about && (await resolveSubjects(view, [about])).get(`${about.kind}:${about.id}`);
	if (at.about && !source) throw new NotFound();
	return {
		organisationId,
		place: { name, slug },
		today: today(view.now).toISOString().slice(0, 10),
		about: source && about ? { key: `${about.kind}:${about.id}`, kind: source.kindLabel, title: source.title } : null,
	};
}

/** "kind:id" as it stands in an address, or null when it is none. */
export function subjectIn(text: string | null): { kind: string; id: string } | null {
	const match = /^([a-z-]+):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text ?? "");
	return match?.[1] && match[2] ? { kind: match[1], id: match[2] } : null;
}
