import { z } from "zod";
import { placeOf } from "~/domains/organisations/index.server";
import { literally } from "~/platform/database/like-pattern.server";
import { givenId } from "~/platform/http/given-id.server";
import { NotFound } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { mayNameSystems, mayRecordResolutions } from "../../policy.server";

/** The systems that an organisation has named, for those who work with them. @throws NotFound, Forbidden, SignInNeeded */
export async function systemsOf(view: View, slug: string) {
	const { organisationId, name } = await placeOf(view, slug);
	demand(mayRecordResolutions, view.actor, { organisationId });
	const systems = await view.db.councilSystem.findMany({
		where: { organisationId, removedAt: null },
		orderBy: [{ name: "asc" }],
		take: 50,
		select: {
			id: true,
			name: true,
			hosts: true,
			oparlUrl: true,
			readingSince: true,
			readings: { orderBy: { beganAt: "desc" }, take: 1, select: { outcome: true, endedAt: true } },
		},
	});
	return {
		organisationId,
		place: { slug, name },
		systems: systems.map(({ readings, ...system }) => ({ ...system, last: readings[0] ?? null })),
		may: { name: mayNameSystems(view.actor, { organisationId }) },
	};
}

const storedProblems = z.array(z.object({ address: z.string(), code: z.string(), detail: z.string() }));

/** One system with its last readings. @throws NotFound when the place has none of this id; Forbidden, SignInNeeded */
export async function systemPage(view: View, at: { place: string; system: string }) {
	const { organisationId, name } = await placeOf(view, at.place);
	demand(mayRecordResolutions, view.actor, { organisationId });
	const system = await view.db.councilSystem.findUnique({
		where: { id: givenId(at.system), organisationId, removedAt: null },
		include: { readings: { orderBy: { beganAt: "desc" }, take: 10 } },
	});
	if (!system) throw new NotFound();
	const counts = await view.db.oparlObject.groupBy({
		by: ["type"],
		where: { systemId: system.id, deleted: false },
		_count: { _all: true },
		orderBy: { type: "asc" },
	});
	const [last] = system.readings;
	return {
		organisationId,
		place: { slug: at.place, name },
		id: system.id,
		name: system.name,
		hosts: system.hosts,
		oparlUrl: system.oparlUrl,
		readingSince: system.readingSince,
		nextReadAt: system.nextReadAt,
		readings: system.readings.map(({ problems: _problems, systemId: _system, ...reading }) => reading),
		problems: last ? storedProblems.parse(last.problems) : [],
		counts: counts.map(({ type, _count }) => ({ type, count: _count._all })),
		may: { name: mayNameSystems(view.actor, { organisationId }) },
	};
}

const shown = 20;

/** Papers that were read from the organisation's systems, by number or words of the title; the number itself first. */
export async function findPapers(view: View, { organisationId, words }: { organisationId: string; words: string }) {
	demand(mayRecordResolutions, view.actor, { organisationId });
	const contains = literally(words.trim().slice(0, 100));
	if (contains.length < 2) return [];
	const rows = await view.db.oparlObject.findMany({
		where: {
			system: { organisationId, removedAt: null },
			type: "Paper",
			OR: [{ reference: { contains, mode: "insensitive" } }, { name: { contains, mode: "insensitive" } }],
		},
		orderBy: [{ modified: { sort: "desc", nulls: "last" } }, { id: "asc" }],
		take: 200,
		select: {
			id: true,
			oparlId: true,
			name: true,
			reference: true,
			data: true,
			deleted: true,
			changedAt: true,
			systemId: true,
			system: { select: { name: true } },
		},
	});
	const exact = words.trim().toLowerCase();
	return rows
		.map(({ data, system, ...row }) => ({ ...row, system: system.name, ...paperFacts(data) }))
		.toSorted((one, other) => rank(other.reference, exact) - rank(one.reference, exact))
		.slice(0, shown);
}

function rank(reference: string | null, exact: string): number {
	return reference?.toLowerCase() === exact ? 1 : 0;
}

const paperShape = z.object({
	date: z.string().optional(),
	paperType: z.string().optional(),
	web: z.string().optional(),
});

function paperFacts(data: unknown) {
	const { date = null, paperType = null, web = null } = paperShape.catch({}).parse(data);
	return { date, paperType, web };
}
