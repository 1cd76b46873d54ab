import { inForce, today } from "~/platform/calendar.server";
import type { Prisma } from "~/platform/database/generated/client";
import { NotFound } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { placeOf } from "../../../organisations/index.server";
import { bodyKindOf } from "../../charter/charter";
import { mayManageGroups } from "../../policy.server";
import { dayText, lastDayText } from "../../queries/names.server";
import { termChoices, termTrees } from "../../terms/queries/terms.server";
import { termsIn } from "../../terms/term-tree";
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
	const about = {
		topicTerms: { select: { topicId: true } },
		areaTerms: { select: { areaId: true } },
	} as const;
	const open = { isPublic: true, organisation: { space: { openedAt: { lte: view.now } } } };
	const children = { where: open, select: { name: true }, orderBy: [{ name: "asc" as const }], take: 20 };
	const [trees, groups, bodies] = await Promise.all([
		termTrees(view, organisationId),
		view.db.workingGroup.findMany({
			where,
			select: {
				id: true,
				slug: true,
				name: true,
				topics: true,
				areas: true,
				...about,
				parent: { select: { name: true, isPublic: true } },
				parentBody: { select: { name: true } },
				children,
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
			include: { ...about, children, organisation: { select: { shortName: true } } },
			orderBy: [{ name: "asc" }, { id: "asc" }],
			take: listSize,
		}),
	]);
	const terms = (row: { topicTerms: { topicId: string }[]; areaTerms: { areaId: string }[] }) => ({
		topicTerms: termsIn(
			trees.topics,
			row.topicTerms.map(({ topicId }) => topicId),
		),
		areaTerms: termsIn(
			trees.areas,
			row.areaTerms.map(({ areaId }) => areaId),
		),
	});
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
			...terms(row),
			worksFor: row.parentBody?.name ?? (row.parent?.isPublic ? row.parent.name : null),
			groupsOf: row.children.map(({ name }) => name),
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
			...terms(row),
			worksFor: null as string | null,
			groupsOf: row.children.map(({ name }) => name),
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

export type RegisterAsked = { place: string | null; words: string; topic: string | null; area: string | null };

/**
 * The register, searched by words of name, purpose, topics and areas, and narrowed down to a topic (with those within it) and
 * an area (with those within it, and what is there for the whole territory). Both go by name, as owners share names.
 * @throws NotFound for a place that is not there
 */
export async function registerPage(view: View, { place, words, topic, area }: RegisterAsked) {
	const at = place === null ? null : await placeOf(view, place);
	const lines = await linesOf(view, at?.organisationId ?? null);
	const wanted = words.toLocaleLowerCase("de").split(/\s+/).filter(Boolean);
	const named = (names: readonly string[]) =>
		[...new Set(names)].toSorted((one, other) => one.localeCompare(other, "de"));
	return {
		place: at && { slug: at.slug, name: at.name },
		asked: { words, topic, area },
		/** Topics and areas that bodies are about, with those above them. */
		choices: {
			topics: named(lines.flatMap(({ topicTerms, topics }) => [...topicTerms.up, ...topics])),
			areas: named(lines.flatMap(({ areaTerms, areas }) => [...areaTerms.up, ...areas])),
		},
		may: { enter: at !== null && mayManageGroups(view.actor, at) },
		bodies: lines.filter((line) => {
			const { topicTerms, areaTerms, topics, areas } = line;
			if (topic && ![...topicTerms.up, ...topics].includes(topic)) return false;
			const places = [...areaTerms.up, ...areas];
			if (area && places.length > 0 && !places.includes(area)) return false;
			const text = [line.name, line.purpose, line.carrier, ...topicTerms.up, ...topics, ...places];
			return wanted.every((word) => text.join(" ").toLocaleLowerCase("de").includes(word));
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
			: await view.db.listedBody.findFirst({
					where: { id: at.body, organisationId: place.organisationId },
					include: { topicTerms: { select: { topicId: true } }, areaTerms: { select: { areaId: true } } },
				});
	if (at.body !== null && !row) throw new NotFound();
	return {
		place: { slug: place.slug, name: place.name },
		organisationId: place.organisationId,
		day: dayText(today(view.now)),
		choices: await termChoices(view, place.organisationId),
		body: row && {
			id: row.id,
			name: row.name,
			kind: row.kind,
			bodyKind: row.bodyKind,
			carrier: row.carrier,
			purpose: row.purpose,
			topicIds: row.topicTerms.map(({ topicId }) => topicId),
			areaIds: row.areaTerms.map(({ areaId }) => areaId),
			topics: row.topics.join(", "),
			areas: row.areas.join(", "),
			members: row.members === null ? "" : String(row.members),
			webUrl: row.webUrl ?? "",
			firstDay: dayText(row.validFrom),
			lastDay: row.validUntil ? lastDayText(row.validUntil) : "",
		},
	};
}
