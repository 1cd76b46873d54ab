import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { changePhase } from "../commands/change-phases.server";
import { phaseForm } from "../forms";
import { schedulePage } from "../queries/process-work.server";
import { setupMessages } from "../setup-messages";
import { PhaseFields } from "../ui/phase-fields";
import { WorkCrumbs } from "../ui/work-crumbs";
import type { Route } from "./+types/change-phase";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const process = await schedulePage(world, params);
	const phase = process.phases.find(({ id }) => id === params.phase);
	if (!phase) throw new NotFound();
	return { process, phase };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id } = await schedulePage(world, params);
	const form = await readForm(request, phaseForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await changePhase(world, { id, phaseId: params.phase, ...form.value });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${params.place}/verwaltung/beteiligung/${params.process}/phasen`);
});

export default function ChangePhase({ loaderData: { process, phase }, actionData }: Route.ComponentProps) {
	const t = useText(setupMessages);
	const { errors, at } = useProblems(setupMessages, actionData?.refusals);
	const { title, firstDay, lastDay, switches } = phase;
	const path = `/o/${process.place.slug}/verwaltung/beteiligung/${process.slug}/phasen`;
	return (
		<>
			<title>{`${t("schedule.changeTitle")} – ${process.title}`}</title>
			<WorkCrumbs process={process} here={t("schedule.changeTitle")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("schedule.changeTitle")} above={process.title} lead={t("schedule.lead")} />
			<Form>
				<PhaseFields typed={actionData?.typed ?? { title, firstDay, lastDay, switches }} at={at} />
				<Button>{t("schedule.save")}</Button>
			</Form>
			<p>
				<a href={`${path}/${phase.id}/entfernen`}>{t("schedule.remove")}</a>
			</p>
		</>
	);
}
