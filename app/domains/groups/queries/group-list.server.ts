import { inForce, today } from "~/platform/calendar.server";
import type { Prisma } from "~/platform/database/generated/client";
import type { View } from "~/platform/world.server";
import { placeOf } from "../../organisations/index.server";

const listSize = 200;

const newestCharter = { select: { purposeText: true }, orderBy: { number: "desc" }, take: 1 } as const;

/** A group in a list. */
export type ListedGroup = {
	href: string;
	name: string;
	placeName: string;
	mandate: string;
	ended: boolean;
	nextMeeting: Date | null;
	recommendations: number;
	/** Open calls for seats. */
	calls: number;
};

/** Public groups of open places, living ones first, by name; of one place where it is given. At most 200. @throws NotFound */
export async function listGroups(view: View, { place }: { place: string | null }) {
	const at = place === null ? null : await placeOf(view, place);
	const day = today(view.now);
	const where: Prisma.WorkingGroupWhereInput = {
		isPublic: true,
		validFrom: { lte: day },
		organisation: { space: { openedAt: { lte: view.now } } },
		...(at && { organisationId: at.organisationId }),
	};
	const rows = await view.db.workingGroup.findMany({
		where,
		select: {
			slug: true,
			name: true,
			charters: newestCharter,
			validUntil: true,
			organisation: { select: { shortName: true, space: { select: { slug: true, name: true } } } },
			meetings: {
				where: {
					isPublic: true,
					startsAt: { gt: view.now },
					invitedAt: { not: null },
					cancelledAt: null,
				},
				select: { startsAt: true },
				orderBy: { startsAt: "asc" },
				take: 1,
			},
			_count: {
				select: {
					recommendations: { where: { publishedAt: { lte: view.now } } },
					calls: { where: { closesAt: { gt: view.now }, cancelledAt: null } },
				},
			},
		},
		orderBy: [{ name: "asc" }, { id: "asc" }],
		take: listSize,
	});
	const groups = rows.map(
		(row): ListedGroup => ({
			href: `/o/${row.organisation.space?.slug ?? ""}/arbeitskreise/${row.slug}`,
			name: row.name,
			placeName: row.organisation.space?.name ?? row.organisation.shortName,
			mandate: shortened(row.charters[0]?.purposeText ?? ""),
			ended: row.validUntil !== null && row.validUntil <= day,
			nextMeeting: row.meetings[0]?.startsAt ?? null,
			recommendations: row._count.recommendations,
			calls: row._count.calls,
		}),
	);
	return {
		place: at && { slug: at.slug, name: at.name },
		groups: groups.toSorted((one, other) => Number(one.ended) - Number(other.ended)),
	};
}

function shortened(text: string): string {
	return text.length > 200 ? `${text.slice(0, 199).trimEnd()}…` : text;
}

/** Public groups of one organisation that exist today, for its start page. At most 5. */
export async function groupsOfPlace(view: View, organisationId: string) {
	const rows = await view.db.workingGroup.findMany({
		where: { organisationId, isPublic: true, ...inForce(today(view.now)) },
		select: { slug: true, name: true, charters: newestCharter },
		orderBy: [{ name: "asc" }, { id: "asc" }],
		take: 5,
	});
	return rows.map(({ slug, name, charters }) => ({ slug, name, text: shortened(charters[0]?.purposeText ?? "") }));
}
