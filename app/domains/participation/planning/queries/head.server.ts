import type { FoundPlanning } from "./find-planning.server";

/** What the head of every page of a plan shows. */
export function headOf({ process, name, kind }: FoundPlanning, place: string) {
	return {
		process: { id: process.id, slug: process.slug, title: process.title },
		place: { slug: place, name: process.organisation.space?.name ?? process.organisation.shortName },
		name: name || process.title,
		kind: kind === "land-use-plan" ? ("land-use-plan" as const) : ("development-plan" as const),
	};
}

export type PlanningHead = ReturnType<typeof headOf>;
