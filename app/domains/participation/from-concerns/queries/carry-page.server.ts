import { concernToCarry } from "~/domains/guides/index.server";
import { placeOf } from "~/domains/organisations/index.server";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { cardTitle } from "../../events/event";
import { processByCode, processById } from "../../processes/index.server";
import { takesConcerns } from "../policy.server";

type At = { place: string; concern: string; process: string };

/** Where a concern is given into a process, filled in with the asker's words. @throws NotFound, Forbidden, SignInNeeded */
export async function carryPage(view: View, at: At) {
	const place = await placeOf(view, at.place);
	const concern = await concernToCarry(view, { ownerId: place.organisationId, code: at.concern });
	const process = await processByCode(view, at.process);
	const { space, shortName } = process.organisation;
	if (!space) throw new NotFound();
	const { code, text, askerName, mayBePublic, together } = concern;
	return {
		place: { slug: at.place, name: place.name },
		ownerId: place.organisationId,
		concern: { code, text, askerName, mayBePublic, together: together.map((one) => one.code), place: concern.place },
		process: {
			title: process.title,
			href: `/o/${space.slug}/beteiligung/${process.slug}`,
			from: shortName,
			categories: process.categories,
			takes: takesConcerns(view.actor, process, view.now),
			moderated: process.moderation !== "after",
		},
		title: cardTitle(text),
	};
}

const most = 12;

/**
 * The processes into which whoever handles the concern can give it now: the owner's own, and those of the municipality it is about
 * and of the bodies around that.
 */
export async function processesForConcern(
	view: View,
	{ slug, ownerId, code }: { slug: string; ownerId: string; code: string },
): Promise<{ label: string; href: string }[]> {
	const { id: concernId, municipalityId, state } = await concernToCarry(view, { ownerId, code });
	if (state === "CLOSED") return [];
	const owners = [ownerId];
	if (municipalityId) {
		const around = await view.db.organisation.findUnique({
			where: { id: municipalityId },
			select: { parentId: true, children: { where: { kind: "MUNICIPALITY" }, select: { id: true }, take: 100 } },
		});
		owners.push(municipalityId, ...(around?.children.map(({ id }) => id) ?? []));
		if (around?.parentId) owners.push(around.parentId);
	}
	const became = await view.db.traceLink.findMany({
		where: { fromKind: "concern", fromId: concernId, relation: "became", toKind: "contribution" },
		select: { toId: true },
		orderBy: { id: "asc" },
	});
	const rows = await view.db.process.findMany({
		where: {
			// a concern is in a process once
			contributions: { none: { id: { in: became.map(({ toId }) => toId) } } },
			organisationId: { in: owners },
			binnedAt: null,
			archivedAt: null,
			publishedAt: { lte: view.now },
			phases: { some: { switches: { has: "contribute" }, opensAt: { lte: view.now } } },
		},
		select: { id: true },
		orderBy: [{ publishedAt: "desc" }, { id: "asc" }],
		take: 30,
	});
	const found = await Promise.all(rows.map(({ id }) => processById(view, id)));
	return found
		.filter((process) => takesConcerns(view.actor, process, view.now))
		.slice(0, most)
		.map((process) => ({
			label: process.title,
			href: `/o/${slug}/verwaltung/anliegen/${code}/beteiligung/${process.code}`,
		}));
}
