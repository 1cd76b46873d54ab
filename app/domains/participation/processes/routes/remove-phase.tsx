import { ConfirmBox } from "~/design/confirm-box";
import { ErrorSummary } from "~/design/error-summary";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { removePhase } from "../commands/change-phases.server";
import { schedulePage } from "../queries/process-work.server";
import { setupMessages } from "../setup-messages";
import type { Route } from "./+types/remove-phase";

const pathOf = (params: { place: string; process: string }) =>
	`/o/${params.place}/verwaltung/beteiligung/${params.process}/phasen`;

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const process = await schedulePage(world, params);
	const phase = process.phases.find(({ id }) => id === params.phase);
	if (!phase) throw new NotFound();
	return { process, phase };
});

export const action = conduct(async ({ world, params }: Route.ActionArgs & { world: World }) => {
	const { id } = await schedulePage(world, params);
	const outcome = await removePhase(world, { id, phaseId: params.phase });
	return outcome.done ? onward(pathOf(params)) : again({}, outcome.refusals);
});

export default function RemovePhase({ loaderData: { process, phase }, actionData, params }: Route.ComponentProps) {
	const t = useText(setupMessages);
	const { errors } = useProblems(setupMessages, actionData?.refusals);
	return (
		<>
			<title>{`${t("schedule.remove")} – ${process.title}`}</title>
			<ErrorSummary errors={errors} />
			<PageTitle title={t("schedule.remove")} above={process.title} />
			<ConfirmBox
				id="entfernen"
				title={t("schedule.removeQuestion", { title: phase.title })}
				text={t("schedule.removeText")}
				confirm={t("schedule.remove")}
				cancelHref={`${pathOf(params)}/${params.phase}`}
			/>
		</>
	);
}
