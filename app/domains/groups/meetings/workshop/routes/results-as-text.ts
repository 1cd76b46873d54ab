import { conduct, onward } from "~/platform/http/conduct.server";
import { givenId } from "~/platform/http/given-id.server";
import { textFor } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { beginDocument } from "../../../drafting/commands/documents.server";
import { workshopMessages } from "../messages";
import { workshopTables } from "../queries/tables-page.server";
import { resultsText } from "../results-text";
import type { Route } from "./+types/results-as-text";

const page = (params: { place: string; group: string; meeting: string }) =>
	`/o/${params.place}/arbeitskreise/${params.group}/sitzungen/${params.meeting}/tische`;

/** After a sign-in midway this address is opened by GET: back to the tables with their button. */
export const loader = conduct(async ({ params }: Route.LoaderArgs & { world: World }) => onward(page(params)));

/** Begins a text of the group with what the tables wrote. */
export const action = conduct(async ({ world, params }: Route.ActionArgs & { world: World }) => {
	const workshop = await workshopTables(world, { ...params, meeting: givenId(params.meeting) });
	const t = textFor(world.locale, workshopMessages);
	const body = resultsText(workshop.tables, page(params), {
		from: t("text.from"),
		workshop: workshop.meeting.title,
		table: ({ number, topic }) => t("tables.table", { number: String(number), topic }),
		results: t("text.results"),
		notes: t("text.notes"),
		none: t("text.none"),
		photos: t("text.photos"),
		note: ({ text, dots }) => (dots > 0 ? `${text} (${t("tables.dots", { count: dots })})` : text),
	});
	const title = t("text.title", { workshop: workshop.meeting.title }).slice(0, 120);
	const outcome = await beginDocument(world, { groupId: workshop.group.id, title, body });
	if (!outcome.done) return onward(`${page(params)}?voll`);
	return onward(`/o/${params.place}/arbeitskreise/${params.group}/texte/${outcome.value.code}`);
});
