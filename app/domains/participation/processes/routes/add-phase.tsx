import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { addPhase } from "../commands/change-phases.server";
import { phaseForm } from "../forms";
import { schedulePage } from "../queries/process-work.server";
import { setupMessages } from "../setup-messages";
import { PhaseFields } from "../ui/phase-fields";
import { WorkCrumbs } from "../ui/work-crumbs";
import type { Route } from "./+types/add-phase";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	schedulePage(world, params),
);

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id } = await schedulePage(world, params);
	const form = await readForm(request, phaseForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await addPhase(world, { id, ...form.value });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${params.place}/verwaltung/beteiligung/${params.process}/phasen`);
});

export default function AddPhase({ loaderData: process, actionData }: Route.ComponentProps) {
	const t = useText(setupMessages);
	const { errors, at } = useProblems(setupMessages, actionData?.refusals);
	return (
		<>
			<title>{`${t("schedule.add")} – ${process.title}`}</title>
			<WorkCrumbs process={process} here={t("schedule.add")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("schedule.add")} above={process.title} lead={t("schedule.lead")} />
			<Form>
				<PhaseFields typed={actionData?.typed ?? {}} at={at} />
				<Button>{t("schedule.save")}</Button>
			</Form>
		</>
	);
}
