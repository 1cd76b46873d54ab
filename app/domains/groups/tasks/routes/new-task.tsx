import { Button } from "~/design/button";
import { Checkbox } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { stored } from "../../day.server";
import { GroupCrumbs } from "../../ui/group-crumbs";
import { typedText, typedTick } from "../../ui/typed";
import { createTask } from "../commands/create.server";
import { taskForm } from "../forms";
import { taskMessages } from "../messages";
import { taskChoices } from "../queries/task-choices.server";
import { TaskFields } from "../ui/task-fields";
import type { Route } from "./+types/new-task";

function choicesOf(world: World, params: Route.LoaderArgs["params"], request: Request) {
	const asked = new URL(request.url).searchParams;
	const meeting = asked.get("sitzung");
	return taskChoices(world, params, {
		decision: asked.get("empfehlung"),
		meeting: meeting === null ? null : givenId(meeting),
	});
}

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	choices: await choicesOf(world, params, request),
	kept: await keptForm(world, request),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, taskForm);
	const { groupId, decision, meeting } = await choicesOf(world, params, request);
	if (!form.valid) return again(form.typed, form.refusals);
	const { dueOn, memberId, isPublic, ...rest } = form.value;
	const outcome = await createTask(world, {
		...rest,
		groupId,
		recommendationId: decision?.id ?? null,
		meetingId: meeting?.id ?? null,
		memberId: memberId || null,
		dueOn: stored(dueOn),
		isPublic: isPublic === "on" && decision !== null,
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${params.place}/arbeitskreise/${params.group}/aufgaben/${outcome.value.id}`);
});

/** Gives a task to a post, out of a decision or a meeting. */
export default function NewTask({ loaderData: { choices, kept }, actionData }: Route.ComponentProps) {
	const t = useText(taskMessages);
	const { errors, at } = useProblems(taskMessages, actionData?.refusals);
	const typed = actionData?.typed ?? kept;
	const from = choices.decision ?? choices.meeting;
	return (
		<>
			<title>{`${t("form.title")} – ${choices.group.name}`}</title>
			<GroupCrumbs place={choices.place} group={choices.group} last={t("form.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle
				title={t("form.title")}
				above={choices.group.name}
				lead={from ? t("form.from", { title: from.title }) : undefined}
			/>
			<Form>
				<TextField
					name="title"
					label={t("form.name")}
					maxLength={160}
					value={typedText(typed, "title")}
					error={at("title")}
				/>
				<TextArea
					name="text"
					label={t("form.text")}
					rows={4}
					maxLength={5000}
					value={typedText(typed, "text")}
					error={at("text")}
					optional
				/>
				<TaskFields
					choices={choices}
					typed={typed}
					first={{ postId: choices.decision?.responsiblePostId ?? "", memberId: "", dueOn: choices.dueDay }}
					at={at}
				/>
				{choices.decision && choices.group.isPublic && (
					<Checkbox name="isPublic" label={t("form.isPublic")} checked={typedTick(typed, "isPublic", true)} optional />
				)}
				<Button>{t("form.save")}</Button>
			</Form>
		</>
	);
}
