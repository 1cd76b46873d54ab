import { Button, ButtonRow, LinkButton } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { SummaryList } from "~/design/summary-list";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { actForRegistered } from "../commands/register-on-behalf.server";
import { actForForm } from "../forms";
import { messages } from "../messages";
import { managedRegistration } from "../queries/event-page.server";
import { staffMessages } from "../staff-messages";
import { EventCrumbs, managedPath } from "../ui/event-crumbs";
import type { Route } from "./+types/act-for-registered";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	managedRegistration(world, params),
);

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { event, registration } = await managedRegistration(world, params);
	const form = await readForm(request, actForForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await actForRegistered(world, {
		eventId: event.id,
		registrationId: registration.id,
		act: form.value.act,
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${managedPath(event)}/${event.code}#anmeldungen`);
});

/** Cancels or accepts for somebody who said so by telephone. */
export default function ActForRegistered({ loaderData, actionData }: Route.ComponentProps) {
	const { event, registration } = loaderData;
	const t = useText(staffMessages);
	const m = useText(messages);
	const { dateTime } = useFormat();
	const { errors } = useProblems(staffMessages, actionData?.refusals);
	const { name, persons, state, channel, phone, needs, offeredUntil, isReached } = registration;
	return (
		<>
			<title>{`${name} – ${event.title}`}</title>
			<EventCrumbs head={event} event={event} here={name} />
			<ErrorSummary errors={errors} />
			<PageTitle title={name} above={event.title} />
			<SummaryList
				rows={[
					{ term: t("manage.state"), value: m(`registrationStates.${state}`) },
					{ term: t("manage.persons"), value: persons },
					{ term: t("manage.channel"), value: t(`channels.${channel}`) },
					...(phone ? [{ term: t("behalf.phone"), value: phone }] : []),
					...(needs ? [{ term: t("manage.needs"), value: needs }] : []),
				]}
			/>
			<p>{t(isReached ? "behalf.isTold" : "behalf.tellThem")}</p>
			{event.state === "planned" && state === "offered" && offeredUntil && (
				<Section
					id="annehmen"
					title={m("registration.accept")}
					intro={t("behalf.offered", { date: dateTime(offeredUntil) })}
				>
					<Form inline hidden={{ act: "accept" }}>
						<Button>{m("registration.accept")}</Button>
					</Form>
				</Section>
			)}
			{event.state === "planned" && (
				<Section id="absagen" title={m("registration.cancel")} intro={t("behalf.cancelText")}>
					<Form inline hidden={{ act: "cancel" }}>
						<Button look="danger">{m("registration.cancel")}</Button>
					</Form>
				</Section>
			)}
			<ButtonRow>
				<LinkButton look="tertiary" href={`${managedPath(event)}/${event.code}#anmeldungen`}>
					{t("form.back")}
				</LinkButton>
			</ButtonRow>
		</>
	);
}
