import { placeOf } from "~/domains/organisations/index.server";
import { limit } from "~/platform/allowance.server";
import { conduct } from "~/platform/http/conduct.server";
import { formatFor, textFor } from "~/platform/i18n";
import { plainPaper } from "~/platform/typesetting/plain-paper.server";
import type { World } from "~/platform/world.server";
import { extractPaper } from "../extract.server";
import { filterIn } from "../list-filter";
import { messages } from "../messages";
import { extractProjects } from "../queries/project-list.server";
import type { Route } from "./+types/extract-pdf";

/** Setting a paper takes a process of its own: the house makes so many in ten minutes for everybody together. */
const most = 120;
const period = 600;

/** The selection of a place's project list as a paper. */
export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const place = await placeOf(world, params.place);
	const t = textFor(world.locale, messages);
	if (!(await limit("project-list-extract", most, period))) {
		return new Response(t("extract.busy"), { status: 429, headers: { "Retry-After": String(period) } });
	}
	const { page: _all, ...filter } = filterIn(new URL(request.url).searchParams, place.slug);
	const paper = extractPaper(await extractProjects(world, filter), {
		place: place.name,
		now: world.now,
		language: world.locale,
		t,
		format: formatFor(world.locale),
	});
	return new Response(new Uint8Array(await plainPaper(paper, world.now)), {
		headers: {
			"Content-Type": "application/pdf",
			"Content-Disposition": `inline; filename="vorhabenliste-${place.slug}.pdf"`,
			"Cache-Control": "no-store",
		},
	});
});
