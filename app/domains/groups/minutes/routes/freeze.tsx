import { Button } from "~/design/button";
import { Form } from "~/design/form";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { typedText } from "../../ui/typed";
import { freezeAgain } from "../commands/circulate.server";
import { freezeForm } from "../forms";
import { begunMinutes } from "../queries/managed-minutes.server";
import { minutesStaffMessages } from "../staff-messages";
import { ActFrame, writingPath } from "../ui/act-frame";
import type { Route } from "./+types/freeze";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { place, group, meeting } = await begunMinutes(world, { ...params, meeting: givenId(params.meeting) });
	return { place, group, meeting };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, freezeForm);
	const page = await begunMinutes(world, { ...params, meeting: givenId(params.meeting) });
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await freezeAgain(world, { minutesId: page.minutes.id, reason: form.value.reason });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(writingPath(page));
});

/** Freezes a further version of circulated minutes. */
export default function FreezeAgain({ loaderData: of, actionData }: Route.ComponentProps) {
	const t = useText(minutesStaffMessages);
	const { errors, at } = useProblems(minutesStaffMessages, actionData?.refusals);
	return (
		<ActFrame of={of} title={t("freeze")} lead={t("freezeText")} errors={errors}>
			<Form>
				<TextArea
					name="reason"
					label={t("reason")}
					rows={3}
					maxLength={2000}
					value={typedText(actionData?.typed, "reason")}
					error={at("reason")}
				/>
				<Button>{t("freezeNow")}</Button>
			</Form>
		</ActFrame>
	);
}
