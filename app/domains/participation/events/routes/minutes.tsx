import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import { markdownFromRichText } from "~/platform/rich-text/to-markdown";
import type { World } from "~/platform/world.server";
import { readRichTexts } from "../../rich-text-field.server";
import { storedText } from "../../stored-text.server";
import { publishMinutes } from "../commands/on-the-spot.server";
import { minutesForm } from "../forms";
import { eventToChange } from "../queries/event-page.server";
import { staffMessages } from "../staff-messages";
import { EventCrumbs, managedPath } from "../ui/event-crumbs";
import type { Route } from "./+types/minutes";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const { event, ...head } = await eventToChange(world, params);
	const kept = await keptForm(world, request);
	const stored = event.minutes === null ? "" : markdownFromRichText(storedText(event.minutes));
	return { ...head, text: String(kept?.text ?? stored) };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const head = await eventToChange(world, params);
	const form = await readForm(request, minutesForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const read = readRichTexts(form.value, { text: { required: true } });
	if (!read.done) return again(form.typed, read.refusals);
	const outcome = await publishMinutes(world, { id: head.id, text: read.value.text });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${managedPath(head)}/${head.code}`);
});

/** The minutes of an event; they are public when they are saved. */
export default function Minutes({ loaderData: event, actionData }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const { errors, at } = useProblems(staffMessages, actionData?.refusals);
	const typed = actionData?.typed.text;
	return (
		<>
			<title>{`${t("minutes.title")} – ${event.title}`}</title>
			<EventCrumbs head={event} event={event} here={t("minutes.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("minutes.title")} above={event.title} lead={t("minutes.lead")} />
			<Form draftKey={`minutes:${event.code}`}>
				<TextArea
					name="text"
					label={t("minutes.text")}
					value={typeof typed === "string" ? typed : event.text}
					error={at("text")}
					rows={14}
					richText
				/>
				<Button>{t("minutes.save")}</Button>
			</Form>
		</>
	);
}
