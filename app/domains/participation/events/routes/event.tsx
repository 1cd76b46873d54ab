import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { Breadcrumb } from "~/design/breadcrumb";
import { ButtonRow, LinkButton } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { RichTextView } from "~/design/rich-text-view";
import { SummaryList } from "~/design/summary-list";
import { limit } from "~/platform/allowance.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { requestContext } from "~/platform/http/request.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { register } from "../commands/register.server";
import { registrationForm } from "../forms";
import { messages } from "../messages";
import { type EventPage, eventPage } from "../queries/event-page.server";
import { registrationPath } from "../registration-token.server";
import { RegisterBox } from "../ui/register-box";
import { stateTone } from "../ui/state-tone";
import type { Route } from "./+types/event";

/** A whole school class behind one address may register; a program that fills seats may not. */
const registrationsPerHour = 60;

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	event: await eventPage(world, params),
	sent: new URL(request.url).searchParams.has("gesendet"),
	kept: await keptForm(world, request),
}));

export const action = conduct(async ({ world, params, request, context }: Route.ActionArgs & { world: World }) => {
	const event = await eventPage(world, params);
	const form = await readForm(request, registrationForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { webseite, ...typed } = form.value;
	if (webseite !== "") return again(form.typed, [{ code: "trap-filled", field: "webseite" }]);
	const { ip } = context.get(requestContext);
	if (!(await limit(`event:ip:${ip}`, registrationsPerHour, 3600))) return again(form.typed, [{ code: "too-many" }]);
	const outcome = await register(world, { eventId: event.id, ...typed, email: typed.email || null });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	if (world.actor.kind === "person") return onward(registrationPath(outcome.value.id));
	return onward(`/o/${params.place}/beteiligung/${params.process}/termin/${params.event}?gesendet`);
});

export default function Event({ loaderData: { event, sent, kept }, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const { process } = event;
	const path = `/o/${process.place.slug}/beteiligung/${process.slug}`;
	return (
		<>
			<title>{`${event.title} – ${process.place.name}`}</title>
			<Breadcrumb
				entries={[
					{ label: process.place.name, href: `/o/${process.place.slug}` },
					{ label: process.title, href: path },
					{ label: event.title },
				]}
			/>
			<ErrorSummary errors={errors} />
			{sent && (
				<Alert tone="success" title={t("register.sent")} live>
					<p>{t("register.sentText")}</p>
				</Alert>
			)}
			<PageTitle
				title={event.title}
				above={process.place.name}
				state={<Badge tone={stateTone[event.state]}>{t(`states.${event.state}`)}</Badge>}
			>
				<ButtonRow>
					<LinkButton look="secondary" href={`${path}/termin/${event.code}/termin.ics`}>
						{t("page.entry")}
					</LinkButton>
					{event.may.manage && (
						<LinkButton
							look="secondary"
							href={`/o/${process.place.slug}/verwaltung/beteiligung/${process.slug}/termine/${event.code}`}
						>
							{t("page.manage")}
						</LinkButton>
					)}
				</ButtonRow>
			</PageTitle>
			{event.state === "cancelled" && (
				<Alert tone="danger" title={t("page.cancelled")}>
					{event.cancelReason && <p>{event.cancelReason}</p>}
				</Alert>
			)}
			<Facts event={event} path={path} />
			{event.agenda && (
				<Section id="ablauf" title={t("page.agenda")}>
					<RichTextView html={event.agenda} />
				</Section>
			)}
			{(event.state === "planned" || actionData) && !sent && (
				<RegisterBox event={event} typed={actionData?.typed ?? kept ?? {}} at={at} />
			)}
			<Documentation event={event} />
		</>
	);
}

function Facts({ event, path }: { event: EventPage; path: string }) {
	const t = useText(messages);
	const format = useFormat();
	const optional = (term: string, value: string | null) => (value ? [{ term, value }] : []);
	return (
		<Section id="daten" title={t("page.facts")}>
			<SummaryList
				rows={[
					{
						term: t("page.when"),
						value: t("page.from", {
							start: format.dateTime(event.startsAt),
							end:
								format.date(event.startsAt) === format.date(event.endsAt)
									? format.time(event.endsAt)
									: format.dateTime(event.endsAt),
						}),
					},
					{ term: t("page.mode"), value: t(`modes.${event.mode}`) },
					...optional(t("page.where"), event.place),
					...optional(t("page.directions"), event.directions),
					...optional(t("page.accessibility"), event.accessibility),
					...(event.attended === null
						? []
						: [{ term: t("page.attended"), value: t("page.attendedCount", { count: event.attended }) }]),
					{ term: t("page.process"), value: <a href={path}>{event.process.title}</a> },
				]}
			/>
			{event.mode !== "in-person" && event.state === "planned" && event.registers && <p>{t("page.onlineLater")}</p>}
		</Section>
	);
}

/** What remained of it: minutes, and the cards as contributions. */
function Documentation({ event: { minutes, cards } }: { event: EventPage }) {
	const t = useText(messages);
	const { dateLong } = useFormat();
	return (
		<>
			{minutes && (
				<Section
					id="protokoll"
					title={t("page.minutes")}
					intro={t("page.minutesSince", { date: dateLong(minutes.at) })}
				>
					<RichTextView html={minutes.html} />
				</Section>
			)}
			{cards.length > 0 && (
				<Section id="karten" title={t("page.cards")} intro={t("page.cardsText")}>
					<ul>
						{cards.map(({ code, title }) => (
							<li key={code}>
								<a href={`/b/${code}`}>{title}</a>
							</li>
						))}
					</ul>
				</Section>
			)}
		</>
	);
}
