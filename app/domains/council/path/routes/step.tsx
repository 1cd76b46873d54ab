import { Button } from "~/design/button";
import { Checkbox, RadioGroup } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields, type Typed } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { addStep, changeStep, removeStep } from "../commands/steps.server";
import { stepForm } from "../forms";
import { messages } from "../messages";
import { consultationRoles, stepResults } from "../path";
import { managedPath, type PathAt } from "../queries/path-page.server";
import { staffMessages } from "../staff-messages";
import type { Route } from "./+types/step";

/** The way with the stop that the address names; a new one where it names none. */
async function pageOf(world: World, params: PathAt & { step?: string }) {
	const page = await managedPath(world, params);
	const step = page.way?.steps.find(({ id }) => id === params.step) ?? null;
	if (params.step && !step) throw new NotFound();
	return { ...page, step };
}

export const loader = conduct(({ world, params }: Route.LoaderArgs & { world: World }) => pageOf(world, params));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { subject, path, step } = await pageOf(world, params);
	const fields = await formFields(request);
	if (step && fields.get("act") === "remove") {
		const outcome = await removeStep(world, { subject, stepId: step.id });
		return outcome.done ? onward(`${path}?gespeichert`) : again({}, outcome.refusals);
	}
	const form = readFields(request, fields, stepForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = step
		? await changeStep(world, { subject, stepId: step.id, ...form.value })
		: await addStep(world, { subject, ...form.value });
	return outcome.done ? onward(`${path}?gespeichert#stationen`) : again(form.typed, outcome.refusals);
});

export default function Step({ loaderData, actionData }: Route.ComponentProps) {
	const { place, about, path, step, resolutions } = loaderData;
	const t = useText(staffMessages);
	const words = useText(messages);
	const { date } = useFormat();
	const problems = useProblems(messages, actionData?.refusals);
	const stored: Typed = {
		body: step?.body ?? "",
		sessionOn: step?.sessionOn ?? "",
		role: step?.role ?? "preliminary",
		result: step?.result ?? "",
		note: step?.note ?? "",
		resolutionId: step?.resolutionId ?? "",
		...(step?.authoritative && { authoritative: "ja" }),
	};
	const typed = actionData?.typed;
	const shown: Typed = typed && "body" in typed ? typed : stored;
	const field = (name: string) => ({
		name,
		value: typeof shown[name] === "string" ? shown[name] : "",
		error: problems.at(name),
	});
	const title = t(step ? "steps.editTitle" : "steps.newTitle");
	return (
		<>
			<title>{`${title} – ${about.title}`}</title>
			<WorkCrumbs
				place={place}
				entries={[{ label: about.title, href: about.href }, { label: words("title"), href: path }, { label: title }]}
			/>
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={title} above={`${about.kindLabel} · ${about.title}`} />
			<Form draftKey={`council-step:${step?.id ?? loaderData.subject.id}`}>
				<TextField {...field("body")} label={t("steps.body")} hint={t("steps.bodyHint")} maxLength={120} />
				<DateField {...field("sessionOn")} label={t("steps.sessionOn")} optional />
				<RadioGroup
					{...field("role")}
					label={t("steps.role")}
					choices={consultationRoles.map((value) => ({ value, label: words(`roles.${value}`) }))}
				/>
				<Checkbox
					name="authoritative"
					value="ja"
					checked={shown.authoritative === "ja"}
					label={t("steps.authoritative")}
					error={problems.at("authoritative")}
				/>
				<Select
					{...field("result")}
					label={t("steps.result")}
					empty={t("steps.open")}
					options={stepResults.map((value) => ({ value, label: words(`results.${value}`) }))}
					optional
				/>
				{resolutions.length > 0 && (
					<Select
						{...field("resolutionId")}
						label={t("steps.resolution")}
						empty={t("steps.noResolution")}
						options={resolutions.map((one) => ({
							value: one.id,
							label: `${one.title} (${one.body}, ${date(one.sessionOn)})`,
						}))}
						optional
					/>
				)}
				<TextArea {...field("note")} label={t("steps.note")} hint={t("steps.noteHint")} rows={3} optional />
				<Button>{t("steps.save")}</Button>
			</Form>
			{step && step.result === null && (
				<Form id="entfernen" hidden={{ act: "remove" }} inline>
					<Button look="tertiary">{t("steps.remove")}</Button>
				</Form>
			)}
		</>
	);
}
