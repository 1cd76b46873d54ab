import { inForce, today } from "~/platform/calendar.server";
import type { Prisma } from "~/platform/database/generated/client";
import { NotFound } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { placeOf } from "../../../organisations/index.server";
import { bodyKindOf } from "../../charter/charter";
import { mayManageGroups } from "../../policy.server";
import { dayText, lastDayText } from "../../queries/names.server";
import { listedKind } from "../body";

const listSize = 300;

/** One line of the register. */
export type ListedLine = Awaited<ReturnType<typeof linesOf>>[number];

/** Own public groups and entered bodies, by name; of one owner where it is given. At most 300 of each. */
export async function linesOf(view: View, organisationId: string | null) {
	const day = today(view.now);
	const owner = organisationId ? { organisationId } : {};
	const where: Prisma.WorkingGroupWhereInput = {
		...owner,
		isPublic: true,
		organisation: { space: { openedAt: { lte: view.now } } },
	};
	const [groups, bodies] = await Promise.all([
		view.db.workingGroup.findMany({
			where,
			select: {
				id: true,
				slug: true,
				name: true,
				topics: true,
				areas: true,
				validFrom: true,
				validUntil: true,
				organisation: { select: { shortName: true, space: { select: { slug: true } } } },
				charters: {
					select: { bodyKind: true, purposeText: true },
					where: { validFrom: { lte: day } },
					orderBy: { number: "desc" },
					take: 1,
				},
				_count: { select: { memberships: { where: { function: { not: "substitute" }, ...inForce(day) } } } },
			},
			orderBy: [{ name: "asc" }, { id: "asc" }],
			take: listSize,
		}),
		view.db.listedBody.findMany({
			where: { ...owner, organisation: { space: { openedAt: { lte: view.now } } } },
			include: { organisation: { select: { shortName: true } } },
			orderBy: [{ name: "asc" }, { id: "asc" }],
			take: listSize,
		}),
	]);
	const lines = [
		...groups.map((row) => ({
			id: row.id,
			own: true,
			name: row.name,
			href: `/o/${row.organisation.space?.slug ?? ""}/arbeitskreise/${row.slug}` as string | null,
			kind: "working-group" as const,
			bodyKind: bodyKindOf(row.charters[0]?.bodyKind ?? "advisory"),
			carrier: row.organisation.shortName,
			purpose: row.charters[0]?.purposeText ?? "",
			topics: row.topics,
			areas: row.areas,
			members: row._count.memberships as number | null,
			from: dayText(row.validFrom),
			ended: row.validUntil !== null && row.validUntil <= day,
			checkedOn: null as string | null,
		})),
		...bodies.map((row) => ({
			id: row.id,
			own: false,
			name: row.name,
			href: row.webUrl,
			kind: listedKind(row.kind),
			bodyKind: bodyKindOf(row.bodyKind),
			carrier: row.carrier,
			purpose: row.purpose,
			topics: row.topics,
			areas: row.areas,
			members: row.members,
			from: dayText(row.validFrom),
			ended: row.validUntil !== null && row.validUntil <= day,
			checkedOn: dayText(row.checkedOn) as string | null,
		})),
	];
	return lines.toSorted(
		(one, other) => Number(one.ended) - Number(other.ended) || one.name.localeCompare(other.name, "de"),
	);
}

/** The register, searched by words of name, purpose, topics and areas. @throws NotFound for a place that is not there */
export async function registerPage(view: View, { place, words }: { place: string | null; words: string }) {
	const at = place === null ? null : await placeOf(view, place);
	const lines = await linesOf(view, at?.organisationId ?? null);
	const wanted = words.toLocaleLowerCase("de").split(/\s+/).filter(Boolean);
	return {
		place: at && { slug: at.slug, name: at.name },
		words,
		may: { enter: at !== null && mayManageGroups(view.actor, at) },
		bodies: lines.filter(({ name, purpose, carrier, topics, areas }) => {
			const text = [name, purpose, carrier, ...topics, ...areas].join(" ").toLocaleLowerCase("de");
			return wanted.every((word) => text.includes(word));
		}),
	};
}

/** The form for a body of others, empty or with one that was entered. @throws NotFound, Forbidden, SignInNeeded */
export async function bodyForm(view: View, at: { place: string; body: string | null }) {
	const place = await placeOf(view, at.place);
	demand(mayManageGroups, view.actor, place);
	const row =
		at.body === null
			? null
			: await view.db.listedBody.findFirst({ where: { id: at.body, organisationId: place.organisationId } });
	if (at.body !== null && !row) throw new NotFound();
	return {
		place: { slug: place.slug, name: place.name },
		organisationId: place.organisationId,
		day: dayText(today(view.now)),
		body: row && {
			id: row.id,
			name: row.name,
			kind: row.kind,
			bodyKind: row.bodyKind,
			carrier: row.carrier,
			purpose: row.purpose,
			topics: row.topics.join(", "),
			areas: row.areas.join(", "),
			members: row.members === null ? "" : String(row.members),
			webUrl: row.webUrl ?? "",
			firstDay: dayText(row.validFrom),
			lastDay: row.validUntil ? lastDayText(row.validUntil) : "",
		},
	};
}
