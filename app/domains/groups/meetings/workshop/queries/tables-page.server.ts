import { filesOf } from "~/domains/files/index.server";
import { personIdOf } from "~/platform/actor";
import type { Prisma } from "~/platform/database/generated/client";
import { NotFound } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { mayRunGroup } from "../../../policy.server";
import { readableGroup } from "../../../queries/group-page.server";
import { stateOf } from "../../meeting";
import { mayWorkAtTables } from "../policy.server";

type At = { place: string; group: string; meeting: string };

async function workshopAt(view: View, at: At) {
	const group = await readableGroup(view, at);
	demand(mayWorkAtTables, view.actor, group);
	const meeting = await view.db.meeting.findFirst({ where: { id: at.meeting, groupId: group.id, format: "workshop" } });
	if (!meeting) throw new NotFound();
	return { group, meeting };
}

const shown = {
	where: { removedAt: null },
	include: { _count: { select: { dots: true } } },
	orderBy: [{ createdAt: "asc" as const }, { id: "asc" as const }],
	take: 500,
} satisfies Prisma.WorkshopTable$notesArgs;

/** All tables of a workshop with their results, most points first. @throws NotFound, Forbidden, SignInNeeded */
export async function workshopTables(view: View, at: At) {
	const { group, meeting } = await workshopAt(view, at);
	const tables = await view.db.workshopTable.findMany({
		where: { meetingId: meeting.id },
		include: { notes: shown },
		orderBy: { number: "asc" },
		take: 50,
	});
	const photos = await Promise.all(tables.map(({ id }) => filesOf(view, { kind: "workshop-table", id })));
	return {
		place: group.place,
		group: { id: group.id, slug: group.slug, name: group.name },
		meeting: { id: meeting.id, title: meeting.title, startsAt: meeting.startsAt, state: stateOf(meeting) },
		may: { run: mayRunGroup(view.actor, group) },
		tables: tables.map(({ id, number, topic, host, notes }, index) => ({
			id,
			number,
			topic,
			host,
			notes: notes.map(({ text, isResult, paperDots, _count }) => ({ text, isResult, dots: _count.dots + paperDots })),
			photos: (photos[index] ?? []).map(({ description }) => description),
			results: notes
				.filter(({ isResult }) => isResult)
				.map((note) => ({ id: note.id, text: note.text, dots: note._count.dots + note.paperDots }))
				.toSorted((one, other) => other.dots - one.dots),
		})),
	};
}

/** One table with its notes, photos and the reader's points. @throws NotFound, Forbidden, SignInNeeded */
export async function workshopTable(view: View, at: At & { number: number }) {
	const { group, meeting } = await workshopAt(view, at);
	const personId = personIdOf(view.actor);
	const table = await view.db.workshopTable.findFirst({
		where: { meetingId: meeting.id, number: at.number },
		include: { notes: shown },
	});
	if (!table) throw new NotFound();
	const [mine, spent, photos] = await Promise.all([
		personId
			? view.db.workshopDot.findMany({ where: { personId, note: { tableId: table.id } }, select: { noteId: true } })
			: [],
		personId
			? view.db.workshopDot.count({
					where: { personId, note: { removedAt: null, table: { meetingId: meeting.id } } },
				})
			: 0,
		filesOf(view, { kind: "workshop-table", id: table.id }),
	]);
	const given = new Set(mine.map(({ noteId }) => noteId));
	const runs = mayRunGroup(view.actor, group);
	return {
		id: table.id,
		number: table.number,
		topic: table.topic,
		host: table.host,
		place: group.place,
		group: { slug: group.slug, name: group.name },
		meeting: { id: meeting.id, title: meeting.title },
		dots: personId ? { each: meeting.dotsEach, left: Math.max(0, meeting.dotsEach - spent) } : { each: 0, left: 0 },
		may: { run: runs },
		photos,
		notes: table.notes.map((note) => ({
			id: note.id,
			text: note.text,
			dots: note._count.dots + note.paperDots,
			paperDots: note.paperDots,
			mine: given.has(note.id),
			isResult: note.isResult,
			mayChange: runs || (note.authorId !== null && note.authorId === personId),
		})),
	};
}
