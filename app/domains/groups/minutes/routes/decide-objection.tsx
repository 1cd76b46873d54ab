import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { Form } from "~/design/form";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { useText } from "~/platform/i18n";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { typedText } from "../../ui/typed";
import { decideObjection } from "../commands/objections.server";
import { outcomeForm } from "../forms";
import { begunMinutes } from "../queries/managed-minutes.server";
import { minutesStaffMessages } from "../staff-messages";
import { ActFrame, writingPath } from "../ui/act-frame";
import type { Route } from "./+types/decide-objection";

async function read(world: World, params: Route.LoaderArgs["params"]) {
	const page = await begunMinutes(world, { ...params, meeting: givenId(params.meeting) });
	const objection = page.minutes.objections.find(({ id }) => id === params.objection);
	if (!objection) throw new NotFound();
	return { page, objection };
}

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { page, objection } = await read(world, params);
	const { place, group, meeting } = page;
	return { place, group, meeting, text: objection.text };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, outcomeForm);
	const { page, objection } = await read(world, params);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await decideObjection(world, {
		minutesId: page.minutes.id,
		objectionId: objection.id,
		...form.value,
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${writingPath(page)}#einwaende`);
});

/** Says what becomes of an objection. */
export default function DecideObjection({ loaderData: { text, ...of }, actionData }: Route.ComponentProps) {
	const t = useText(minutesStaffMessages);
	const { errors, at } = useProblems(minutesStaffMessages, actionData?.refusals);
	const typed = actionData?.typed;
	return (
		<ActFrame of={of} title={t("decideTitle")} errors={errors}>
			<p className="gw-lines">{text}</p>
			<Form>
				<RadioGroup
					name="outcome"
					label={t("outcome")}
					value={typedText(typed, "outcome")}
					error={at("outcome")}
					choices={[
						{ value: "accepted", label: t("acceptedChoice"), hint: t("acceptedHint") },
						{ value: "rejected", label: t("rejectedChoice") },
					]}
				/>
				<TextArea
					name="reason"
					label={t("decideReason")}
					rows={4}
					maxLength={2000}
					value={typedText(typed, "reason")}
					error={at("reason")}
				/>
				<Button>{t("decideNow")}</Button>
			</Form>
		</ActFrame>
	);
}
