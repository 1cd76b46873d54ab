import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { planEvent } from "../commands/plan-event.server";
import { eventInput } from "../event-input.server";
import { eventForm } from "../forms";
import { processToPlanIn } from "../queries/event-page.server";
import { staffMessages } from "../staff-messages";
import { EventCrumbs, managedPath } from "../ui/event-crumbs";
import { EventFields } from "../ui/event-fields";
import type { Route } from "./+types/plan";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	process: await processToPlanIn(world, params),
	kept: await keptForm(world, request),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const process = await processToPlanIn(world, params);
	const form = await readForm(request, eventForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const input = eventInput(form.value);
	if (!input.done) return again(form.typed, input.refusals);
	const outcome = await planEvent(world, { processId: process.id, ...input.value });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${managedPath({ process })}/${outcome.value.code}`);
});

/** Plans an event of a process. */
export default function Plan({ loaderData: { process, kept }, actionData }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const { errors, at } = useProblems(staffMessages, actionData?.refusals);
	return (
		<>
			<title>{`${t("form.plan")} – ${process.title}`}</title>
			<EventCrumbs head={{ process }} here={t("form.plan")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("form.plan")} above={process.title} lead={t("form.lead")} />
			<Form draftKey={`event:${process.slug}`}>
				<EventFields typed={actionData?.typed ?? kept ?? { mode: "in-person" }} at={at} />
				<Button>{t("form.savePlan")}</Button>
			</Form>
		</>
	);
}
