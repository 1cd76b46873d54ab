import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { capturePieces } from "../../concerns/commands/capture-pieces.server";
import { handlingMessages } from "../../concerns/handling-messages";
import { topicsOf } from "../../concerns/queries/new-concern-page.server";
import { PieceFields } from "../../concerns/ui/piece-fields";
import { piecesForm, piecesOf } from "../../forms";
import { messages } from "../messages";
import { workDay } from "../queries/work-pages.server";
import { WorkDayCrumbs, workDayPath } from "../ui/work-day-crumbs";
import type { Route } from "./+types/visit-note";

export const loader = conduct(async ({ world, request, params }: Route.LoaderArgs & { world: World }) => {
	const day = await workDay(world, params);
	const topics = await topicsOf(world, day.place.ownerId);
	return {
		day,
		topics: topics.map(({ id, name }) => ({ value: id, label: name })),
		kept: await keptForm(world, request),
	};
});

export const action = conduct(async ({ world, request, params }: Route.ActionArgs & { world: World }) => {
	const day = await workDay(world, params);
	const form = await readForm(request, piecesForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await capturePieces(world, {
		ownerId: day.place.ownerId,
		municipalityId: day.municipality.id,
		officeDay: { code: day.code, day: day.day },
		pieces: piecesOf(form.value),
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${workDayPath(day)}?gespeichert#anliegen`);
});

/** One note of an office day that holds several things. */
export default function VisitNote({ loaderData: { day, topics, kept }, actionData }: Route.ComponentProps) {
	const t = useText(handlingMessages);
	const p = useText(messages);
	const { errors, at } = useProblems(handlingMessages, actionData?.refusals);
	return (
		<>
			<title>{`${t("split.note")} – ${day.place.name}`}</title>
			<WorkDayCrumbs head={day} here={t("split.note")} />
			<ErrorSummary errors={errors} />
			<PageTitle
				title={t("split.note")}
				above={p("day.title", { place: day.municipality.name })}
				lead={t("split.noteLead")}
			/>
			<Form draftKey={`visit-note:${day.code}:${day.day}`}>
				<PieceFields typed={actionData?.typed ?? kept} at={at} topics={topics} />
				<Button>{t("split.submit")}</Button>
			</Form>
		</>
	);
}
