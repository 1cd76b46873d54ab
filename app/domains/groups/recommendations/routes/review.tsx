import { Button } from "~/design/button";
import { DateField } from "~/design/date-field";
import { Form } from "~/design/form";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { stored } from "../../day.server";
import { typedText } from "../../ui/typed";
import { reviewDecision } from "../commands/follow-up.server";
import { decisionMessages } from "../decision-messages";
import { reviewForm } from "../forms";
import { followUpPage } from "../queries/follow-up-page.server";
import { FollowUpFrame } from "../ui/follow-up-frame";
import type { Route } from "./+types/review";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const { life: _, ...of } = await followUpPage(world, params.code, "review");
	return { of, kept: await keptForm(world, request) };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, reviewForm);
	const { id, code } = await followUpPage(world, params.code, "review");
	if (!form.valid) return again(form.typed, form.refusals);
	const { result, nextOn } = form.value;
	const outcome = await reviewDecision(world, { id, result, nextOn: nextOn === "" ? null : stored(nextOn) });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/empfehlung/${code}#ueberpruefung`);
});

/** The responsible post writes what a review came to. */
export default function ReviewDecision({ loaderData: { of, kept }, actionData }: Route.ComponentProps) {
	const t = useText(decisionMessages);
	const { errors, at } = useProblems(decisionMessages, actionData?.refusals);
	const typed = actionData?.typed ?? kept;
	return (
		<FollowUpFrame of={of} title={t("review.title")} lead={t("review.lead")} errors={errors}>
			<Form draftKey={`decision-review:${of.code}`}>
				<TextArea
					name="result"
					label={t("review.result")}
					rows={5}
					maxLength={5000}
					value={typedText(typed, "result")}
					error={at("result")}
				/>
				<DateField
					name="nextOn"
					label={t("review.next")}
					hint={t("review.nextHint")}
					value={typedText(typed, "nextOn")}
					error={at("nextOn")}
					optional
				/>
				<Button>{t("review.send")}</Button>
			</Form>
		</FollowUpFrame>
	);
}
