import { Button } from "~/design/button";
import { CheckboxGroup, RadioGroup } from "~/design/choice-group";
import { DataTable } from "~/design/data-table";
import { DateField } from "~/design/date-field";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { LocalDate } from "~/design/time";
import { parseDay } from "~/platform/calendar.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { actForm, dutyForm, milestoneForm, removeForm } from "../../forms";
import { messages } from "../../messages";
import { DutyMatrix } from "../../particulars/ui/duty-matrix";
import { addDuty, addMilestone, removeLine } from "../commands/edit-plan.server";
import { editingMessages } from "../editing-messages";
import { editingPage } from "../queries/editing-pages.server";
import { phases } from "../readiness";
import { EditFrame } from "../ui/edit-frame";
import { RemoveButton } from "../ui/remove-button";
import type { Route } from "./+types/edit-plan";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const { draft, points: _, ...page } = await editingPage(world, params);
	return {
		...page,
		saved: new URL(request.url).searchParams.has("saved"),
		parties: draft.parties.map(({ id, organisation }) => ({ value: id, label: organisation.name })),
		duties: draft.duties,
		milestones: draft.milestones,
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { here, code } = await editingPage(world, params);
	const fields = await formFields(request);
	const { act } = actForm.parse({ act: fields.get("act") ?? "" });
	const back = onward(`${here}/aufgaben?saved`);
	if (act === "duty") {
		const form = readFields(request, fields, dutyForm);
		if (!form.valid) return again(form.typed, form.refusals);
		const { dutyPhase, ...duty } = form.value;
		const outcome = await addDuty(world, { code, ...duty, phase: dutyPhase });
		return outcome.done ? back : again(form.typed, outcome.refusals);
	}
	if (act === "milestone") {
		const form = readFields(request, fields, milestoneForm);
		if (!form.valid) return again(form.typed, form.refusals);
		const day = parseDay(form.value.day);
		if (!day) return again(form.typed, [{ code: "date-invalid", field: "day" }]);
		const outcome = await addMilestone(world, { code, ...form.value, day });
		return outcome.done ? back : again(form.typed, outcome.refusals);
	}
	const form = readFields(request, fields, removeForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const of = act === "remove-duty" ? "duty" : "milestone";
	const outcome = await removeLine(world, { code, of, id: form.value.id });
	return outcome.done ? back : again(form.typed, outcome.refusals);
});

export default function EditPlan({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(editingMessages);
	const say = useText(messages);
	const problems = useProblems(messages, actionData?.refusals);
	const typed = actionData?.typed ?? {};
	const nameOf = (id: string) => page.parties.find(({ value }) => value === id)?.label ?? "";
	const phaseChoices = phases.map((phase) => ({ value: phase, label: say(`phases.${phase}`) }));
	const list = (value: string | string[] | undefined) => (Array.isArray(value) ? value : value ? [value] : []);
	return (
		<EditFrame
			page={page}
			title={t("edit.plan")}
			errors={problems.errors}
			form={typed.day === undefined ? "aufgabe" : "meilenstein"}
			saved={page.saved}
		>
			<Section title={t("plan.duties")} id="aufgaben">
				{page.duties.length > 0 && (
					<DutyMatrix
						duties={page.duties.map((duty) => ({
							...duty,
							responsible: nameOf(duty.responsible),
							helpers: duty.helpers.map(nameOf),
						}))}
						parties={page.parties.map(({ label }) => label)}
					/>
				)}
				{page.duties.length > 0 && (
					<DataTable
						caption={t("plan.duties")}
						captionHidden
						rows={page.duties}
						rowKey={({ id }) => id}
						columns={[
							{ key: "task", header: say("page.task"), rowHeader: true, cell: ({ task }) => task },
							{ key: "phase", header: say("page.phase"), cell: ({ phase }) => say(`phases.${phase}`) },
							{ key: "who", header: say("page.responsible"), cell: ({ responsible }) => nameOf(responsible) },
							{
								key: "helps",
								header: say("page.helps"),
								cell: ({ helpers }) => helpers.map(nameOf).join(", ") || say("page.none"),
							},
							{
								key: "act",
								header: t("plan.act"),
								cell: ({ id, task }) => page.mayEdit && <RemoveButton act="remove-duty" id={id} name={task} />,
							},
						]}
					/>
				)}
				{page.mayEdit && (
					<Form id="aufgabe" hidden={{ act: "duty" }}>
						<TextField
							name="task"
							label={say("page.task")}
							value={typed.task?.toString()}
							error={problems.at("task")}
						/>
						<RadioGroup
							name="dutyPhase"
							label={say("page.phase")}
							value={typed.dutyPhase?.toString()}
							choices={phaseChoices}
							error={problems.at("dutyPhase")}
						/>
						<RadioGroup
							name="responsibleId"
							label={say("page.responsible")}
							value={typed.responsibleId?.toString()}
							choices={page.parties}
							error={problems.at("responsibleId")}
						/>
						<CheckboxGroup
							name="helperIds"
							optional
							label={t("plan.helpers")}
							values={list(typed.helperIds)}
							choices={page.parties}
						/>
						<Button look="secondary">{t("plan.addDuty")}</Button>
					</Form>
				)}
			</Section>
			<Section title={t("plan.milestones")} id="meilensteine">
				{page.milestones.length > 0 && (
					<DataTable
						caption={t("plan.milestones")}
						captionHidden
						rows={page.milestones}
						rowKey={({ id }) => id}
						columns={[
							{ key: "day", header: say("page.day"), cell: ({ day }) => <LocalDate value={day} /> },
							{ key: "title", header: say("page.milestone"), rowHeader: true, cell: ({ title }) => title },
							{ key: "phase", header: say("page.phase"), cell: ({ phase }) => say(`phases.${phase}`) },
							{
								key: "act",
								header: t("plan.act"),
								cell: ({ id, title }) => page.mayEdit && <RemoveButton act="remove-milestone" id={id} name={title} />,
							},
						]}
					/>
				)}
				{page.mayEdit && (
					<Form id="meilenstein" hidden={{ act: "milestone" }}>
						<TextField
							name="title"
							label={say("page.milestone")}
							value={typed.title?.toString()}
							error={problems.at("title")}
						/>
						<DateField name="day" label={say("page.day")} value={typed.day?.toString()} error={problems.at("day")} />
						<RadioGroup
							name="phase"
							label={say("page.phase")}
							value={typed.phase?.toString()}
							choices={phaseChoices}
							error={problems.at("phase")}
						/>
						<Button look="secondary">{t("plan.addMilestone")}</Button>
					</Form>
				)}
			</Section>
		</EditFrame>
	);
}
