import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { enterRegistration } from "../commands/register-on-behalf.server";
import { enteredWays, eventLimits } from "../event";
import { enterRegistrationForm } from "../forms";
import { messages } from "../messages";
import { managedEvent } from "../queries/event-page.server";
import { staffMessages } from "../staff-messages";
import { EventCrumbs, managedPath } from "../ui/event-crumbs";
import type { Route } from "./+types/enter-registration";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	managedEvent(world, params),
);

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const event = await managedEvent(world, params);
	const form = await readForm(request, enterRegistrationForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await enterRegistration(world, { eventId: event.id, ...form.value });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${managedPath(event)}/${event.code}?eingetragen=${outcome.value.state}#anmeldungen`);
});

/** Registers somebody who called, came by or wrote. */
export default function EnterRegistration({ loaderData: event, actionData }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const m = useText(messages);
	const { errors, at } = useProblems(staffMessages, actionData?.refusals);
	const field = (name: string, value = "") => {
		const typed = actionData?.typed[name];
		return { name, value: typeof typed === "string" ? typed : value, error: at(name) };
	};
	return (
		<>
			<title>{`${t("behalf.title")} – ${event.title}`}</title>
			<EventCrumbs head={event} event={event} here={t("behalf.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("behalf.title")} above={event.title} lead={t("behalf.lead")} />
			{!event.mayEnter && <Alert tone="warning" title={t("refusals.registration-closed")} />}
			{event.mayEnter && (
				<Form>
					<RadioGroup
						{...field("channel", "phone")}
						label={t("behalf.channel")}
						horizontal
						choices={enteredWays.map((value) => ({ value, label: t(`channels.${value}`) }))}
					/>
					<TextField {...field("name")} label={m("register.name")} maxLength={eventLimits.nameMost} />
					<TextField
						{...field("persons", "1")}
						label={m("register.persons")}
						hint={m("register.personsHint")}
						inputMode="numeric"
						width="short"
					/>
					<TextField {...field("phone")} type="tel" label={t("behalf.phone")} hint={t("behalf.phoneHint")} optional />
					<TextField
						{...field("email")}
						type="email"
						label={m("register.email")}
						hint={t("behalf.emailHint")}
						optional
					/>
					<TextArea {...field("needs")} label={t("behalf.needs")} rows={2} optional />
					<Button>{t("behalf.save")}</Button>
				</Form>
			)}
		</>
	);
}
