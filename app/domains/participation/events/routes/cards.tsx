import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { newToken } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { enterCard } from "../commands/on-the-spot.server";
import { eventLimits } from "../event";
import { cardForm } from "../forms";
import { managedEvent } from "../queries/event-page.server";
import { staffMessages } from "../staff-messages";
import { EventCrumbs, managedPath } from "../ui/event-crumbs";
import type { Route } from "./+types/cards";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const event = await managedEvent(world, params);
	const query = new URL(request.url).searchParams;
	const saved = event.cards.find(({ code }) => code === query.get("karte"));
	const category = event.categories.find((name) => name === query.get("thema")) ?? "";
	return { ...event, saved: saved?.number ?? null, category, karte: newToken() };
});

/** One card, then Enter: the page comes back empty, with the number of the one before and the same topic chosen. */
export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const event = await managedEvent(world, params);
	const form = await readForm(request, cardForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { text, category, karte: token } = form.value;
	const outcome = await enterCard(world, { id: event.id, token, text, category });
	// Enter pressed twice: the first one counts
	if (!outcome.done && outcome.refusals.some(({ code }) => code === "already-entered")) {
		return onward(`${managedPath(event)}/${event.code}/karten`);
	}
	if (!outcome.done) return again(form.typed, outcome.refusals);
	const query = new URLSearchParams({ karte: outcome.value.code, ...(category ? { thema: category } : {}) });
	return onward(`${managedPath(event)}/${event.code}/karten?${query}`);
});

export default function Cards({ loaderData: event, actionData }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const { errors, at } = useProblems(staffMessages, actionData?.refusals);
	const typed = (name: string) => {
		const value = actionData?.typed[name];
		return typeof value === "string" ? value : undefined;
	};
	return (
		<>
			<title>{`${t("cards.title")} – ${event.title}`}</title>
			<EventCrumbs head={event} event={event} here={t("cards.title")} />
			<ErrorSummary errors={errors} />
			{event.saved !== null && !actionData && (
				<Alert tone="success" title={t("cards.saved", { number: String(event.saved) })} live />
			)}
			<PageTitle title={t("cards.title")} above={event.title} lead={t("cards.lead")} />
			<Form hidden={{ karte: event.karte }}>
				{event.categories.length > 0 && (
					<Select
						name="category"
						label={t("cards.category")}
						value={typed("category") ?? event.category}
						options={event.categories.map((name) => ({ value: name, label: name }))}
						empty={t("cards.none")}
						error={at("category")}
						optional
					/>
				)}
				<TextField
					name="text"
					label={t("cards.text")}
					value={typed("text")}
					error={at("text")}
					maxLength={eventLimits.cardMost}
				/>
				<Button>{t("cards.save")}</Button>
			</Form>
			{event.cards.length > 0 && (
				<Section id="karten" title={t("cards.list")}>
					<ul>
						{event.cards.map(({ code, number, title }) => (
							<li key={code}>
								{number}. <a href={`/b/${code}`}>{title}</a>
							</li>
						))}
					</ul>
				</Section>
			)}
		</>
	);
}
