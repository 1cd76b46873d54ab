import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { ManagedBoxCrumbs } from "../../ballots/ui/box-crumbs";
import { textOf } from "../../ballots/ui/typed";
import { managedPath } from "../addresses";
import { checkProject } from "../commands/projects.server";
import { checkForm } from "../forms";
import { messages } from "../messages";
import { projectForCheck } from "../queries/managed.server";
import { staffMessages } from "../staff-messages";
import { eurosOf } from "../ui/typed";
import type { Route } from "./+types/check-project";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	projectForCheck(world, params),
);

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { project } = await projectForCheck(world, params);
	const form = await readForm(request, checkForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { cost, running, ...verdict } = form.value;
	const outcome = await checkProject(world, { ...verdict, id: project.id, costCents: cost, runningCents: running });
	return outcome.done ? onward(managedPath(params)) : again(form.typed, outcome.refusals);
});

export default function CheckProject({ loaderData: budget, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const staff = useText(staffMessages);
	const { errors, at } = useProblems(staffMessages, actionData?.refusals);
	const { project } = budget;
	const typed: Record<string, string | string[] | undefined> = actionData?.typed ?? {
		feasibility: project.feasibility,
		reason: project.feasibilityReason ?? "",
		cost: eurosOf(project.costCents),
		running: eurosOf(project.runningCents),
	};
	return (
		<>
			<title>{`${staff("check.title")} – ${project.title}`}</title>
			<ManagedBoxCrumbs box={budget} list={staff("managed.list")} here={staff("check.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={project.title} above={staff("check.title")} lead={project.summary} />
			<Form draftKey={`budget-check:${project.id}`}>
				<RadioGroup
					name="feasibility"
					label={staff("check.verdict")}
					value={textOf(typed.feasibility)}
					error={at("feasibility")}
					choices={(["feasible", "not-feasible"] as const).map((value) => ({
						value,
						label: t(`feasibility.${value}`),
					}))}
				/>
				<TextArea
					name="reason"
					label={staff("check.reason")}
					hint={staff("check.reasonHint")}
					value={textOf(typed.reason)}
					error={at("reason")}
					rows={4}
				/>
				<TextField
					name="cost"
					label={staff("projectForm.cost")}
					value={textOf(typed.cost)}
					error={at("cost")}
					inputMode="decimal"
					width="medium"
					suffix={staff("settingsForm.euro")}
					optional
				/>
				<TextField
					name="running"
					label={staff("projectForm.running")}
					value={textOf(typed.running)}
					error={at("running")}
					inputMode="decimal"
					width="medium"
					suffix={staff("settingsForm.euro")}
					optional
				/>
				<Button>{staff("check.save")}</Button>
			</Form>
		</>
	);
}
