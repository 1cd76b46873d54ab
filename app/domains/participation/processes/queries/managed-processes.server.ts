import { placeOf } from "~/domains/organisations/index.server";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { nextChange } from "../phase";
import { mayManage, mayManageProcesses, worksFor } from "../policy.server";
import { stateOf } from "../process";
import { processAt } from "./find-process.server";
import { markdownOf } from "./own-recipes.server";
import { postChoices } from "./posts.server";

/** The organisation's processes with drafts, newest first, for its staff. @throws NotFound, Forbidden */
export async function managedProcesses(view: View, { place: slug }: { place: string }) {
	const place = await placeOf(view, slug);
	demand(worksFor, view.actor, place);
	const rows = await view.db.process.findMany({
		where: { organisationId: place.organisationId, binnedAt: null },
		orderBy: [{ createdAt: "desc" }, { id: "asc" }],
		take: 200,
		select: {
			slug: true,
			title: true,
			publishedAt: true,
			archivedAt: true,
			nextNumber: true,
			releaseAskedAt: true,
			phases: true,
		},
	});
	return {
		place: { slug: place.slug, name: place.name },
		may: { create: mayManageProcesses(view.actor, place) },
		processes: rows.map((row) => ({
			slug: row.slug,
			title: row.title,
			state: stateOf(row, view.now),
			contributions: row.nextNumber - 1,
			waitsForRelease: row.releaseAskedAt !== null && row.publishedAt === null,
			next: row.archivedAt ? null : nextChange(row.phases, view.now),
		})),
	};
}

/** A stored process as its form shows it: texts as Markdown, days by name. @throws NotFound, Forbidden */
export async function processForChange(view: View, at: { place: string; process: string }) {
	const process = await processAt(view, at);
	demand(mayManage, view.actor, process);
	const [posts, participating, organisations] = await Promise.all([
		postChoices(view, process.organisationId),
		view.db.processOrganisation.findMany({ where: { processId: process.id }, select: { organisationId: true } }),
		view.db.space.findMany({
			where: { openedAt: { lte: view.now }, organisationId: { not: process.organisationId } },
			orderBy: [{ name: "asc" }, { slug: "asc" }],
			select: { organisationId: true, name: true },
			take: 200,
		}),
	]);
	return {
		id: process.id,
		place: { slug: at.place, name: process.organisation.space?.name ?? process.organisation.shortName },
		slug: process.slug,
		title: process.title,
		state: stateOf(process, view.now),
		posts,
		organisations: organisations.map(({ organisationId, name }) => ({ id: organisationId, name })),
		fields: {
			title: process.title,
			purpose: markdownOf(process.purpose),
			fixedPoints: markdownOf(process.fixedPoints),
			openQuestions: markdownOf(process.openQuestions),
			decidedBy: process.decidedBy ?? "",
			answeredUntil: process.answeredUntil?.toISOString().slice(0, 10) ?? "",
			responsiblePostId: process.responsiblePostId ?? "",
			deputyPostId: process.deputyPostId ?? "",
			moderation: process.moderation,
			...(process.guestsWelcome && { guestsWelcome: "on" }),
			categories: process.categories.join("\n"),
			level: process.level ?? "",
			costs: process.costCents === null ? "" : euros(process.costCents),
			easyLanguage: process.easyLanguage ?? "",
			participating: participating.map(({ organisationId }) => organisationId),
		},
	};
}

/** 150000n → "1500,00", as the form reads it back. */
function euros(cents: bigint): string {
	return `${cents / 100n},${String(cents % 100n).padStart(2, "0")}`;
}
