import { placeOf } from "~/domains/organisations/index.server";
import { hasRole } from "~/platform/actor";
import { NotFound } from "~/platform/outcome";
import { demand, type Policy } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { helpStateOf } from "../help";
import { mayManageProcesses } from "../policy.server";
import { headOf, processToManage } from "./process-work.server";

const hours = { orderBy: [{ day: "asc" as const }, { id: "asc" as const }], take: 500 };

/** Helps of one process, and whom one could ask. @throws NotFound, Forbidden */
export async function helpOfProcess(view: View, at: { place: string; process: string }) {
	const process = await processToManage(view, at);
	const [helps, spaces, acting] = await Promise.all([
		view.db.processHelp.findMany({
			where: { processId: process.id },
			orderBy: [{ askedAt: "desc" }, { id: "asc" }],
			take: 50,
			include: { helper: { select: { shortName: true } }, hours },
		}),
		view.db.space.findMany({
			where: { openedAt: { lte: view.now }, organisationId: { not: process.organisationId } },
			orderBy: [{ name: "asc" }, { slug: "asc" }],
			select: { organisationId: true, name: true },
			take: 200,
		}),
		view.db.actingFor.findMany({ where: { principalId: process.organisationId }, select: { agentId: true }, take: 20 }),
	]);
	// those who act for this organisation anyway stand first: the Verbandsgemeinde of a village
	const near = new Set(acting.map(({ agentId }) => agentId));
	return {
		...headOf(view, process, at.place),
		may: { ask: mayManageProcesses(view.actor, process) },
		helps: helps.map((help) => ({
			id: help.id,
			helper: help.helper.shortName,
			request: help.request,
			state: helpStateOf(help),
			askedAt: help.askedAt,
			minutes: help.hours.reduce((sum, { minutes }) => sum + minutes, 0),
		})),
		organisations: spaces
			.map(({ organisationId, name }) => ({ id: organisationId, name }))
			.toSorted((one, other) => Number(near.has(other.id)) - Number(near.has(one.id))),
	};
}

const mayHelpFor: Policy<{ organisationId: string }> = (actor, { organisationId }) =>
	hasRole(actor, organisationId, "participation-manager");

/** What others ask this place to help with, and what it helps with. @throws NotFound, Forbidden */
export async function helpByPlace(view: View, { place: slug }: { place: string }) {
	const place = await placeOf(view, slug);
	demand(mayHelpFor, view.actor, place);
	const helps = await view.db.processHelp.findMany({
		where: { helperId: place.organisationId },
		orderBy: [{ askedAt: "desc" }, { id: "asc" }],
		take: 100,
		include: {
			hours,
			process: {
				select: {
					title: true,
					slug: true,
					organisation: { select: { shortName: true, space: { select: { slug: true } } } },
				},
			},
		},
	});
	return {
		place: { slug: place.slug, name: place.name },
		helps: helps.map((help) => ({
			id: help.id,
			state: helpStateOf(help),
			request: help.request,
			title: help.process.title,
			owner: help.process.organisation.shortName,
			href:
				help.acceptedAt && !help.endedAt && help.process.organisation.space
					? `/o/${help.process.organisation.space.slug}/verwaltung/beteiligung/${help.process.slug}`
					: null,
			minutes: help.hours.reduce((sum, { minutes }) => sum + minutes, 0),
			hours: help.hours.map(({ id, day, minutes, what }) => ({
				id,
				day: day.toISOString().slice(0, 10),
				minutes,
				what,
			})),
		})),
	};
}

/** One help of this place. @throws NotFound, Forbidden */
export async function helpAt(view: View, { place, help: id }: { place: string; help: string }) {
	const { helps, ...page } = await helpByPlace(view, { place });
	const help = helps.find((known) => known.id === id);
	if (!help) throw new NotFound();
	return { ...page, help };
}
