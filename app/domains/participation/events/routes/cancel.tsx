import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { cancelEvent } from "../commands/plan-event.server";
import { cancelEventForm } from "../forms";
import { eventToChange } from "../queries/event-page.server";
import { staffMessages } from "../staff-messages";
import { EventCrumbs, managedPath } from "../ui/event-crumbs";
import type { Route } from "./+types/cancel";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { event: _, ...head } = await eventToChange(world, params);
	return head;
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const head = await eventToChange(world, params);
	const form = await readForm(request, cancelEventForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await cancelEvent(world, { id: head.id, reason: form.value.reason });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${managedPath(head)}/${head.code}`);
});

/** Cancels an event, with the reason that everybody registered reads. */
export default function Cancel({ loaderData: event, actionData }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const { errors, at } = useProblems(staffMessages, actionData?.refusals);
	const typed = actionData?.typed.reason;
	return (
		<>
			<title>{`${t("cancel.title")} – ${event.title}`}</title>
			<EventCrumbs head={event} event={event} here={t("cancel.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("cancel.title")} above={event.title} lead={t("cancel.text")} />
			<Form>
				<TextArea
					name="reason"
					label={t("cancel.reason")}
					value={typeof typed === "string" ? typed : ""}
					error={at("reason")}
					rows={3}
				/>
				<Button look="danger">{t("cancel.submit")}</Button>
			</Form>
			<p>
				<a href={`${managedPath(event)}/${event.code}`}>{t("form.back")}</a>
			</p>
		</>
	);
}
