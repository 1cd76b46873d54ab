import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { storedDay } from "../../days.server";
import { stepForm } from "../../forms";
import { messages as words } from "../../messages";
import { placeOfGuides } from "../../queries/place-of-guides.server";
import { typedText } from "../../ui/typed";
import { setNextStep } from "../commands/clarify-concern.server";
import { movesOf, steps } from "../concern";
import { concernAt } from "../queries/handled-place.server";
import { ConcernCrumbs } from "../ui/concern-crumbs";
import { messages } from "../work-messages";
import type { Route } from "./+types/set-next-step";

export const loader = conduct(({ world, params }: Route.LoaderArgs & { world: World }) => concernAt(world, params));

export const action = conduct(async ({ world, request, params }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, stepForm);
	const { ownerId, slug } = await placeOfGuides(world, params.place);
	if (!form.valid) return again(form.typed, form.refusals);
	const { step, nextOn, note, move } = form.value;
	const of = { ownerId, code: params.concern };
	const outcome = await setNextStep(world, { ...of, step, nextOn: storedDay(nextOn), note, move });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${slug}/verwaltung/anliegen/${of.code}`);
});

export default function SetNextStep({ loaderData: { place, concern }, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const w = useText(words);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const typed = actionData?.typed;
	return (
		<>
			<title>{`${t("concern.step")} – ${concern.code}`}</title>
			<ConcernCrumbs place={place} code={concern.code} last={t("concern.step")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("concern.step")} above={concern.code} />
			<Form>
				<RadioGroup
					name="step"
					label={t("concern.step")}
					value={typedText(typed, "step", concern.next?.step)}
					error={at("step")}
					choices={steps
						.filter((step) => step !== "WAIT_FOR_ASKER")
						.map((step) => ({ value: step, label: w(`steps.${step}`) }))}
				/>
				<DateField
					name="nextOn"
					label={t("concern.until")}
					value={typedText(typed, "nextOn", concern.next?.on)}
					error={at("nextOn")}
				/>
				<TextField
					name="note"
					label={t("concern.note")}
					optional
					value={typedText(typed, "note", concern.next?.note ?? "")}
					error={at("note")}
				/>
				<Select
					name="move"
					label={t("concern.move")}
					optional
					empty={t("concern.stay")}
					value={typedText(typed, "move")}
					options={movesOf(concern.state).map((state) => ({ value: state, label: w(`states.${state}`) }))}
					error={at("move")}
				/>
				<Button>{t("concern.stepSubmit")}</Button>
			</Form>
		</>
	);
}
