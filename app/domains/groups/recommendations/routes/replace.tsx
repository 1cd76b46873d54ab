import { Button } from "~/design/button";
import { DateField } from "~/design/date-field";
import { Form } from "~/design/form";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { stored } from "../../day.server";
import { typedText } from "../../ui/typed";
import { replaceDecision } from "../commands/follow-up.server";
import { decisionMessages } from "../decision-messages";
import { replaceForm } from "../forms";
import { followUpPage } from "../queries/follow-up-page.server";
import { FollowUpFrame } from "../ui/follow-up-frame";
import type { Route } from "./+types/replace";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { life: _, ...of } = await followUpPage(world, params.code, "replace");
	return { of };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, replaceForm);
	const { id, code } = await followUpPage(world, params.code, "replace");
	if (!form.valid) return again(form.typed, form.refusals);
	const { olderCode, fromDay } = form.value;
	const outcome = await replaceDecision(world, { newerId: id, olderCode, fromDay: stored(fromDay) });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/empfehlung/${code}`);
});

/** Says that this decision takes the place of an earlier one. */
export default function ReplaceDecision({ loaderData: { of }, actionData }: Route.ComponentProps) {
	const t = useText(decisionMessages);
	const { errors, at } = useProblems(decisionMessages, actionData?.refusals);
	const typed = actionData?.typed;
	return (
		<FollowUpFrame of={of} title={t("replace.title")} lead={t("replace.lead")} errors={errors}>
			<Form>
				<TextField
					name="olderCode"
					label={t("replace.code")}
					hint={t("replace.codeHint")}
					maxLength={40}
					width="short"
					value={typedText(typed, "olderCode")}
					error={at("olderCode")}
				/>
				<DateField name="fromDay" label={t("replace.from")} value={typedText(typed, "fromDay")} error={at("fromDay")} />
				<Button>{t("replace.send")}</Button>
			</Form>
		</FollowUpFrame>
	);
}
