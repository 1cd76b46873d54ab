import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { ManagedBoxCrumbs } from "../../ballots/ui/box-crumbs";
import { textOf } from "../../ballots/ui/typed";
import { managedPath } from "../addresses";
import { addProject, changeProject } from "../commands/projects.server";
import { projectForm } from "../forms";
import { projectForChange } from "../queries/managed.server";
import { staffMessages } from "../staff-messages";
import { eurosOf } from "../ui/typed";
import type { Route } from "./+types/project";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	projectForChange(world, params),
);

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id, project } = await projectForChange(world, params);
	const form = await readForm(request, projectForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { cost, running, ...words } = form.value;
	const input = { ...words, costCents: cost, runningCents: running };
	const outcome = project
		? await changeProject(world, { ...input, id: project.id })
		: await addProject(world, { ...input, budgetId: id });
	return outcome.done ? onward(managedPath(params)) : again(form.typed, outcome.refusals);
});

/** A new project, or one that is changed. */
export default function Project({ loaderData: budget, actionData }: Route.ComponentProps) {
	const staff = useText(staffMessages);
	const { errors, at } = useProblems(staffMessages, actionData?.refusals);
	const { project, posts } = budget;
	const typed: Record<string, string | string[] | undefined> = actionData?.typed ?? {
		title: project?.title,
		summary: project?.summary,
		cost: eurosOf(project?.costCents ?? null),
		running: eurosOf(project?.runningCents ?? null),
		exclusionGroup: project?.exclusionGroup ?? "",
		part: project?.part ?? "",
		postId: project?.postId ?? "",
	};
	const title = staff(project ? "projectForm.changeTitle" : "projectForm.newTitle");
	return (
		<>
			<title>{`${title} – ${budget.title}`}</title>
			<ManagedBoxCrumbs box={budget} list={staff("managed.list")} here={title} />
			<ErrorSummary errors={errors} />
			<PageTitle title={title} above={budget.title} />
			<Form draftKey={`budget-project:${budget.id}:${project?.number ?? "neu"}`}>
				<TextField name="title" label={staff("projectForm.title")} value={textOf(typed.title)} error={at("title")} />
				<TextArea
					name="summary"
					label={staff("projectForm.summary")}
					hint={staff("projectForm.summaryHint")}
					value={textOf(typed.summary)}
					error={at("summary")}
				/>
				<TextField
					name="cost"
					label={staff("projectForm.cost")}
					hint={staff("projectForm.costHint")}
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
				<TextField
					name="exclusionGroup"
					label={staff("projectForm.group")}
					hint={staff("projectForm.groupHint")}
					value={textOf(typed.exclusionGroup)}
					error={at("exclusionGroup")}
					width="medium"
					optional
				/>
				{budget.choice.parts && (
					<Select
						name="part"
						label={staff("projectForm.part")}
						value={textOf(typed.part)}
						error={at("part")}
						options={budget.choice.parts.amounts.map(({ part }) => ({ value: part, label: part }))}
					/>
				)}
				<Select
					name="postId"
					label={staff("projectForm.post")}
					value={textOf(typed.postId)}
					error={at("postId")}
					options={posts.map(({ id, label }) => ({ value: id, label }))}
					optional
				/>
				<Button>{staff("projectForm.save")}</Button>
			</Form>
		</>
	);
}
