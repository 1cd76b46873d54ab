import { Button } from "~/design/button";
import { Checkbox } from "~/design/choice-group";
import { Form } from "~/design/form";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { typedText, typedTick } from "../../ui/typed";
import { addAddendum } from "../commands/finish.server";
import { addendumForm } from "../forms";
import { begunMinutes } from "../queries/managed-minutes.server";
import { minutesStaffMessages } from "../staff-messages";
import { ActFrame } from "../ui/act-frame";
import { pathOf } from "../ui/wording";
import type { Route } from "./+types/addendum";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { place, group, meeting } = await begunMinutes(world, { ...params, meeting: givenId(params.meeting) });
	return { place, group, meeting };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, addendumForm);
	const page = await begunMinutes(world, { ...params, meeting: givenId(params.meeting) });
	if (!form.valid) return again(form.typed, form.refusals);
	const { text, isPublic } = form.value;
	const outcome = await addAddendum(world, { minutesId: page.minutes.id, text, isPublic: isPublic === "on" });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${pathOf(page)}/protokoll`);
});

/** Adds something to final minutes. */
export default function MinutesAddendum({ loaderData: of, actionData }: Route.ComponentProps) {
	const t = useText(minutesStaffMessages);
	const { errors, at } = useProblems(minutesStaffMessages, actionData?.refusals);
	const typed = actionData?.typed;
	return (
		<ActFrame of={of} title={t("addendum")} lead={t("addendumText")} errors={errors}>
			<Form>
				<TextArea
					name="text"
					label={t("addendumField")}
					maxLength={5000}
					value={typedText(typed, "text")}
					error={at("text")}
				/>
				<Checkbox name="isPublic" label={t("isPublic")} checked={typedTick(typed, "isPublic", true)} optional />
				<Button>{t("addendumNow")}</Button>
			</Form>
		</ActFrame>
	);
}
