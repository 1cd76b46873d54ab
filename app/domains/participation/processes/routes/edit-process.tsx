import { Button } from "~/design/button";
import { CheckboxGroup, RadioGroup } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm, type Typed } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { readRichTexts } from "../../rich-text-field.server";
import { editProcess } from "../commands/edit-process.server";
import { categoriesFrom, centsFrom, frameTextRules, processForm } from "../forms";
import { messages } from "../messages";
import { levels } from "../process";
import { processForChange } from "../queries/managed-processes.server";
import { AnswerFields, CategoryField, FrameTexts, ModerationFields, textOf } from "../ui/process-fields";
import { WorkCrumbs } from "../ui/work-crumbs";
import type { Route } from "./+types/edit-process";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	process: await processForChange(world, params),
	kept: await keptForm(world, request),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id } = await processForChange(world, params);
	const form = await readForm(request, processForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const texts = readRichTexts(form.value, frameTextRules);
	if (!texts.done) return again(form.typed, texts.refusals);
	const outcome = await editProcess(world, {
		...form.value,
		...texts.value,
		id,
		guestsWelcome: form.value.guestsWelcome === "on",
		categories: categoriesFrom(form.value.categories),
		costCents: centsFrom(form.value.costs),
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${params.place}/verwaltung/beteiligung/${outcome.value.slug}`);
});

export default function EditProcess({ loaderData: { process, kept }, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const typed: Typed = actionData?.typed ?? kept ?? process.fields;
	const work = `/o/${process.place.slug}/verwaltung/beteiligung/${process.slug}`;
	const participating = typed.participating;
	return (
		<>
			<title>{`${t("form.editTitle")} – ${process.title}`}</title>
			<WorkCrumbs process={process} here={t("form.editTitle")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("form.editTitle")} above={process.title} />
			<Form draftKey={`process:${process.id}`}>
				<FrameTexts typed={typed} at={at} />
				<AnswerFields typed={typed} at={at} posts={process.posts} />
				<RadioGroup
					name="level"
					label={t("form.level")}
					value={textOf(typed.level)}
					error={at("level")}
					choices={levels.map((level) => ({
						value: level,
						label: t(`levels.${level}`),
						...(level === "decide" && { hint: t("form.decideHint") }),
					}))}
				/>
				<ModerationFields typed={typed} at={at} />
				<CategoryField typed={typed} at={at} />
				<TextField
					name="costs"
					label={t("form.costs")}
					hint={t("form.costsHint")}
					value={textOf(typed.costs)}
					error={at("costs")}
					inputMode="decimal"
					suffix="Euro"
					width="short"
					optional
				/>
				<TextArea
					name="easyLanguage"
					label={t("form.easyLanguage")}
					value={textOf(typed.easyLanguage)}
					error={at("easyLanguage")}
					optional
				/>
				{process.organisations.length > 0 && (
					<CheckboxGroup
						name="participating"
						label={t("form.participating")}
						values={Array.isArray(participating) ? participating : []}
						choices={process.organisations.map(({ id, name }) => ({ value: id, label: name }))}
						optional
					/>
				)}
				<Button>{t("form.saveChanges")}</Button>
			</Form>
			<p>
				<a href={work}>{t("form.cancel")}</a>
			</p>
		</>
	);
}
