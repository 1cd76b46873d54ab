import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { Form } from "~/design/form";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { typedText } from "../../ui/typed";
import { reportStep } from "../commands/follow-up.server";
import { decisionMessages } from "../decision-messages";
import { stepForm } from "../forms";
import { mayFollow, stepStates } from "../life";
import { followUpPage } from "../queries/follow-up-page.server";
import { FollowUpFrame } from "../ui/follow-up-frame";
import type { Route } from "./+types/report-step";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const { life, ...of } = await followUpPage(world, params.code, "report");
	const from = life.state ?? "published";
	const choices = stepStates.filter((state) => mayFollow(from, state) && (state !== "revoked" || life.may.replace));
	return { of, choices, kept: await keptForm(world, request) };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, stepForm);
	const { id, code } = await followUpPage(world, params.code, "report");
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await reportStep(world, { id, ...form.value });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/empfehlung/${code}#umsetzung`);
});

/** The responsible post reports how a decision is carried out. */
export default function ReportStep({ loaderData: { of, choices, kept }, actionData }: Route.ComponentProps) {
	const t = useText(decisionMessages);
	const { errors, at } = useProblems(decisionMessages, actionData?.refusals);
	const typed = actionData?.typed ?? kept;
	return (
		<FollowUpFrame of={of} title={t("report.title")} errors={errors}>
			<Form draftKey={`decision-step:${of.code}`}>
				<RadioGroup
					name="state"
					label={t("report.state")}
					value={typedText(typed, "state")}
					error={at("state")}
					choices={choices.map((state) => ({ value: state, label: t(`report.choices.${state}`) }))}
				/>
				<TextArea
					name="text"
					label={t("report.text")}
					hint={t("report.hint")}
					rows={5}
					maxLength={5000}
					value={typedText(typed, "text")}
					error={at("text")}
				/>
				<Button>{t("report.send")}</Button>
			</Form>
		</FollowUpFrame>
	);
}
