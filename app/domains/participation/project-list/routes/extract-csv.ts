import { placeOf } from "~/domains/organisations/index.server";
import { csvOf } from "~/platform/csv";
import { conduct } from "~/platform/http/conduct.server";
import { formatFor, textFor } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { filterIn } from "../list-filter";
import { messages } from "../messages";
import { extractProjects } from "../queries/project-list.server";
import type { Route } from "./+types/extract-csv";

type Args = Omit<Route.LoaderArgs, "params"> & { params: { place?: string }; world: World };

/** The selection of the project list as a table. */
export const loader = conduct(async ({ world, params, request }: Args) => {
	const place = params.place === undefined ? null : await placeOf(world, params.place);
	const { page: _all, ...filter } = filterIn(new URL(request.url).searchParams, place?.slug ?? null);
	const projects = await extractProjects(world, filter);
	const t = textFor(world.locale, messages);
	const { date } = formatFor(world.locale);
	const euros = (cents: string | null) => (cents === null ? null : Number(cents) / 100);
	const head = (
		[
			["code", "project", "summary", "owner", "place", "time", "cost", "yearly", "goal", "responsible", "stage"],
			["participation", "reason", "how", "confirmed"],
		] as const
	).flat();
	const rows = projects.map((project) => [
		project.code,
		project.title,
		project.summary,
		project.owner,
		project.place,
		project.timeFrame,
		euros(project.costCents),
		euros(project.yearlyCents),
		project.goal,
		project.responsible,
		t(`stages.${project.stage}`),
		t(`participations.${project.participation}`),
		project.participationReason,
		project.participationHow,
		date(project.confirmedAt),
	]);
	return new Response(csvOf([head.map((key) => t(`extract.${key}`)), ...rows]), {
		headers: {
			"Content-Type": "text/csv; charset=utf-8",
			"Content-Disposition": `attachment; filename="vorhabenliste${place ? `-${place.slug}` : ""}.csv"`,
			"Cache-Control": "no-store",
		},
	});
});
