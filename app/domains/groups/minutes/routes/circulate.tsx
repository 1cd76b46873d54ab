import { Button } from "~/design/button";
import { DateField } from "~/design/date-field";
import { Form } from "~/design/form";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { stored } from "../../day.server";
import { typedText } from "../../ui/typed";
import { circulate } from "../commands/circulate.server";
import { circulateForm } from "../forms";
import { begunMinutes } from "../queries/managed-minutes.server";
import { minutesStaffMessages } from "../staff-messages";
import { ActFrame, writingPath } from "../ui/act-frame";
import type { Route } from "./+types/circulate";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { place, group, meeting, objectionsUntil } = await begunMinutes(world, {
		...params,
		meeting: givenId(params.meeting),
	});
	return { place, group, meeting, objectionsUntil };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, circulateForm);
	const page = await begunMinutes(world, { ...params, meeting: givenId(params.meeting) });
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await circulate(world, {
		minutesId: page.minutes.id,
		objectionsUntil: stored(form.value.objectionsUntil),
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(writingPath(page));
});

/** Circulates the draft and names the last day for objections. */
export default function Circulate({ loaderData: { objectionsUntil, ...of }, actionData }: Route.ComponentProps) {
	const t = useText(minutesStaffMessages);
	const { errors, at } = useProblems(minutesStaffMessages, actionData?.refusals);
	return (
		<ActFrame of={of} title={t("circulate")} lead={t("circulateText")} errors={errors}>
			<Form>
				<DateField
					name="objectionsUntil"
					label={t("until")}
					value={typedText(actionData?.typed, "objectionsUntil", objectionsUntil)}
					error={at("objectionsUntil")}
				/>
				<Button>{t("circulateNow")}</Button>
			</Form>
		</ActFrame>
	);
}
