import { placeOf } from "~/domains/organisations/index.server";
import { NotFound } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { View } from "~/platform/world.server";
import { binDays } from "../commands/bin-process.server";
import { mayManageProcesses } from "../policy.server";

const day = 24 * 60 * 60 * 1000;

/** Drafts in the bin of a place, the newest first, each with the day on which it is deleted. @throws NotFound, Forbidden */
export async function binPage(view: View, { place: slug }: { place: string }) {
	const place = await placeOf(view, slug);
	demand(mayManageProcesses, view.actor, place);
	const rows = await view.db.process.findMany({
		where: { organisationId: place.organisationId, binnedAt: { gt: new Date(view.now.getTime() - binDays * day) } },
		orderBy: [{ binnedAt: "desc" }, { id: "asc" }],
		take: 100,
		select: { id: true, title: true, slug: true, binnedAt: true },
	});
	return {
		place: { slug: place.slug, name: place.name },
		processes: rows.flatMap(({ binnedAt, ...row }) =>
			binnedAt ? [{ ...row, binnedAt, until: new Date(binnedAt.getTime() + binDays * day) }] : [],
		),
	};
}

/** The id of a draft in the bin of this place. @throws NotFound, Forbidden */
export async function binnedProcess(view: View, { place, id }: { place: string; id: string }): Promise<string> {
	const { processes } = await binPage(view, { place });
	const found = processes.find((process) => process.id === id);
	if (!found) throw new NotFound();
	return found.id;
}
