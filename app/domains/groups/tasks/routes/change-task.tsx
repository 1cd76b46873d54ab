import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { useText } from "~/platform/i18n";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { stored } from "../../day.server";
import { GroupCrumbs } from "../../ui/group-crumbs";
import { changeTask } from "../commands/work.server";
import { changeForm } from "../forms";
import { taskMessages } from "../messages";
import { taskChoices } from "../queries/task-choices.server";
import { taskPage } from "../queries/tasks.server";
import { TaskFields } from "../ui/task-fields";
import type { Route } from "./+types/change-task";

async function read(world: World, params: Route.LoaderArgs["params"]) {
	const choices = await taskChoices(world, params, { decision: null, meeting: null });
	const task = await taskPage(world, { ...params, task: givenId(params.task) });
	if (task.groupId !== choices.groupId) throw new NotFound();
	return { choices, task };
}

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => read(world, params));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, changeForm);
	const { task } = await read(world, params);
	if (!form.valid) return again(form.typed, form.refusals);
	const { postId, memberId, dueOn } = form.value;
	const outcome = await changeTask(world, {
		id: task.id,
		postId,
		memberId: memberId || null,
		dueOn: stored(dueOn),
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${params.place}/arbeitskreise/${params.group}/aufgaben/${task.id}`);
});

/** Gives an open task another day, post or member. */
export default function ChangeTask({ loaderData: { choices, task }, actionData }: Route.ComponentProps) {
	const t = useText(taskMessages);
	const { errors, at } = useProblems(taskMessages, actionData?.refusals);
	return (
		<>
			<title>{`${t("change.title")} – ${task.title}`}</title>
			<GroupCrumbs place={choices.place} group={choices.group} last={t("change.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("change.title")} above={task.title} />
			<Form>
				<TaskFields
					choices={choices}
					typed={actionData?.typed}
					first={{ postId: task.postId, memberId: task.memberId ?? "", dueOn: task.dueOn }}
					at={at}
				/>
				<Button>{t("change.save")}</Button>
			</Form>
		</>
	);
}
