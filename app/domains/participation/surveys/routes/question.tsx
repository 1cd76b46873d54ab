import { Button } from "~/design/button";
import { Checkbox } from "~/design/choice-group";
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
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { saveQuestion } from "../commands/edit-survey.server";
import { questionForm } from "../forms";
import { messages } from "../messages";
import { surveyForChange } from "../queries/survey-pages.server";
import { canSteer, choicesOf, emptyQuestion, hasOptions, questionKinds } from "../question";
import { staffMessages } from "../staff-messages";
import { StaffSurveyCrumbs } from "../ui/survey-crumbs";
import type { Route } from "./+types/question";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const survey = await surveyForChange(world, params);
	const wanted = new URL(request.url).searchParams.get("art");
	const kind = questionKinds.find((one) => one === wanted) ?? "single";
	const index = survey.questions.findIndex(({ key }) => key === params.question);
	const found = survey.questions[index];
	if (!found && params.question !== "neu") throw new NotFound();
	return {
		survey,
		isNew: !found,
		question: found ?? emptyQuestion("", kind),
		earlier: (found ? survey.questions.slice(0, index) : survey.questions).filter(canSteer),
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id, staffPath } = await surveyForChange(world, params);
	const form = await readForm(request, questionForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const key = params.question === "neu" ? null : params.question;
	const outcome = await saveQuestion(world, { surveyId: id, key, ...form.value });
	return outcome.done ? onward(`${staffPath}#fragen`) : again(form.typed, outcome.refusals);
});

export default function EditQuestion({ loaderData, actionData }: Route.ComponentProps) {
	const { survey, isNew, question, earlier } = loaderData;
	const t = useText(staffMessages);
	const m = useText(messages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const typed = (name: string, stored: string | number | null) => {
		const value = actionData?.typed[name];
		return typeof value === "string" ? value : String(stored ?? "").replace(/^(-?\d+)\.(\d+)$/, "$1,$2");
	};
	const ticked = (name: string, stored: boolean) => (actionData ? actionData.typed[name] === "on" : stored);
	const lines = (list: readonly { label: string }[]) => list.map(({ label }) => label).join("\n");
	const { kind, condition } = question;
	const title = t(isNew ? "question.add" : "question.change");
	const bounds = {
		multiple: ["question.minChoices", "question.maxChoices"],
		number: ["question.minNumber", "question.maxNumber"],
		scale: [null, "question.steps"],
		text: [null, "question.letters"],
	} as const;
	const [least, most] =
		kind === "multiple" || kind === "number" || kind === "scale" || kind === "text" ? bounds[kind] : [null, null];
	const number = (name: "min" | "max", label: string) => (
		<TextField
			name={name}
			label={label}
			value={typed(name, question[name])}
			error={at(name)}
			optional
			inputMode="decimal"
			width="short"
		/>
	);
	return (
		<>
			<title>{`${title} – ${survey.title}`}</title>
			<StaffSurveyCrumbs head={survey} here={title} />
			<ErrorSummary errors={errors} />
			<PageTitle title={title} above={m(`kinds.${kind}`)} lead={survey.isFrozen ? t("staff.frozenText") : undefined} />
			<Form hidden={{ kind }}>
				<TextField
					name="title"
					label={t("question.title")}
					value={typed("title", question.title)}
					error={at("title")}
				/>
				<TextField
					name="hint"
					label={t("question.hint")}
					value={typed("hint", question.hint)}
					error={at("hint")}
					optional
				/>
				{kind === "matrix" && (
					<TextArea
						name="rows"
						label={t("question.rows")}
						hint={t("question.lines")}
						value={typed("rows", lines(question.rows))}
						error={at("rows")}
					/>
				)}
				{hasOptions(kind) && (
					<TextArea
						name="options"
						label={t(kind === "matrix" ? "question.columns" : "question.options")}
						hint={t("question.lines")}
						value={typed("options", lines(question.options))}
						error={at("options")}
					/>
				)}
				{(kind === "single" || kind === "multiple") && (
					<Checkbox name="other" label={t("question.other")} checked={ticked("other", question.other)} optional />
				)}
				{least && number("min", t(least))}
				{most && number("max", t(most))}
				{kind === "scale" && (
					<>
						<TextField
							name="low"
							label={t("question.low")}
							value={typed("low", question.low)}
							error={at("low")}
							optional
						/>
						<TextField
							name="high"
							label={t("question.high")}
							value={typed("high", question.high)}
							error={at("high")}
							optional
						/>
					</>
				)}
				<Checkbox
					name="required"
					label={t("question.required")}
					checked={ticked("required", question.required)}
					optional
				/>
				<Checkbox name="newPage" label={t("question.newPage")} checked={ticked("newPage", question.newPage)} optional />
				{earlier.length > 0 && (
					<Select
						name="condition"
						label={t("question.condition")}
						hint={t("question.conditionHint")}
						value={typed("condition", condition ? `${condition.question}.${condition.option}` : "")}
						error={at("condition")}
						empty={t("question.always")}
						optional
						options={earlier.flatMap((source) =>
							choicesOf(source).map((option) => ({
								group: source.title,
								value: `${source.key}.${option.key}`,
								label: option.label,
							})),
						)}
					/>
				)}
				{survey.isFrozen && (
					<TextField
						name="note"
						label={t("question.note")}
						hint={t("question.noteHint")}
						value={typed("note", "")}
						error={at("note")}
					/>
				)}
				<Button>{t("question.save")}</Button>
			</Form>
		</>
	);
}
