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
import { changeEvent } from "../commands/plan-event.server";
import { eventInput, typedFrom } from "../event-input.server";
import { eventForm } from "../forms";
import { eventToChange } from "../queries/event-page.server";
import { staffMessages } from "../staff-messages";
import { EventCrumbs, managedPath } from "../ui/event-crumbs";
import { EventFields } from "../ui/event-fields";
import type { Route } from "./+types/change";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const { event, ...head } = await eventToChange(world, params);
	return { ...head, typed: (await keptForm(world, request)) ?? typedFrom(event) };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const head = await eventToChange(world, params);
	const form = await readForm(request, eventForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const input = eventInput(form.value);
	if (!input.done) return again(form.typed, input.refusals);
	const outcome = await changeEvent(world, { id: head.id, ...input.value });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${managedPath(head)}/${head.code}`);
});

/** Changes an event; whoever registered is told what matters to them. */
export default function Change({ loaderData: event, actionData }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const { errors, at } = useProblems(staffMessages, actionData?.refusals);
	return (
		<>
			<title>{`${t("form.change")} – ${event.title}`}</title>
			<EventCrumbs head={event} event={event} here={t("form.change")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("form.change")} above={event.title} lead={t("form.changeLead")} />
			<Form>
				<EventFields typed={actionData?.typed ?? event.typed} at={at} />
				<Button>{t("form.saveChange")}</Button>
			</Form>
			<p>
				<a href={`${managedPath(event)}/${event.code}`}>{t("form.back")}</a>
			</p>
		</>
	);
}
