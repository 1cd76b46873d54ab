import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { ButtonRow, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { SummaryList } from "~/design/summary-list";
import { TaskList } from "~/design/task-list";
import { LocalDateTime } from "~/design/time";
import { houseAddress } from "~/platform/address.server";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { registrationStates } from "../event";
import { messages } from "../messages";
import { managedEvent } from "../queries/event-page.server";
import { staffMessages } from "../staff-messages";
import { EventCrumbs, managedPath } from "../ui/event-crumbs";
import { stateTone } from "../ui/state-tone";
import type { Route } from "./+types/manage";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const event = await managedEvent(world, params);
	const entered = new URL(request.url).searchParams.get("eingetragen");
	return {
		...event,
		shortUrl: houseAddress(`/termin/${event.code}`),
		entered: registrationStates.find((state) => state === entered) ?? null,
	};
});

type Loaded = Route.ComponentProps["loaderData"];

/** An event for those who run it: who comes, and what is to do before and after. */
export default function Manage({ loaderData: event }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const m = useText(messages);
	const { place } = event.process;
	return (
		<>
			<title>{`${event.title} – ${event.process.title}`}</title>
			<EventCrumbs head={event} here={event.title} />
			<PageTitle
				title={event.title}
				above={event.process.title}
				state={<Badge tone={stateTone[event.state]}>{m(`states.${event.state}`)}</Badge>}
			>
				<ButtonRow>
					<LinkButton look="secondary" href={`/o/${place.slug}/beteiligung/${event.process.slug}/termin/${event.code}`}>
						{t("manage.see")}
					</LinkButton>
				</ButtonRow>
			</PageTitle>
			{event.entered && (
				<Alert tone="success" title={t("behalf.entered", { state: m(`registrationStates.${event.entered}`) })} live />
			)}
			<SummaryList
				rows={[
					{ term: m("page.when"), value: <LocalDateTime value={event.startsAt} /> },
					...(event.place ? [{ term: m("page.where"), value: event.place }] : []),
					{ term: t("manage.short"), value: event.shortUrl },
				]}
			/>
			<Tasks event={event} />
			<Registrations event={event} />
		</>
	);
}

function Tasks({ event }: { event: Loaded }) {
	const t = useText(staffMessages);
	const path = `${managedPath(event)}/${event.code}`;
	const { attendance, cards, state } = event;
	const begun = state === "now" || state === "over";
	const tasks = [
		...(state === "planned" ? [{ title: t("manage.change"), href: `${path}/bearbeiten` }] : []),
		...(begun
			? [
					{
						title: t("manage.attendance"),
						href: `${path}/anwesenheit`,
						state: attendance && (
							<span>
								{t("manage.attendanceState", {
									registered: String(attendance.registered),
									besides: String(attendance.besides),
								})}
							</span>
						),
					},
					{
						title: t("manage.cards"),
						href: `${path}/karten`,
						state: <span>{t("manage.cardCount", { count: cards.length })}</span>,
					},
					{
						title: t("manage.minutes"),
						href: `${path}/protokoll`,
						state: event.minutesPublishedAt && <span>{t("manage.minutesThere")}</span>,
					},
				]
			: []),
		...(state === "planned" || state === "now" ? [{ title: t("manage.cancel"), href: `${path}/absagen` }] : []),
	];
	if (tasks.length === 0) return null;
	return (
		<Section id="aufgaben" title={t("manage.tasks")} intro={state === "planned" && t("manage.later")}>
			<TaskList tasks={tasks} />
		</Section>
	);
}

function Registrations({ event }: { event: Loaded }) {
	const path = `${managedPath(event)}/${event.code}`;
	const t = useText(staffMessages);
	const m = useText(messages);
	if (!event.registers) {
		return (
			<Section id="anmeldungen" title={t("manage.registrations")}>
				<p>{t("manage.noneNeeded")}</p>
			</Section>
		);
	}
	return (
		<Section
			id="anmeldungen"
			title={t("manage.registrations")}
			intro={t("manage.taken", { taken: event.seatsTaken, seats: event.seats ?? 0 })}
		>
			<DataTable
				caption={t("manage.registrations")}
				captionHidden
				rows={event.registrations}
				rowKey={({ id }) => id}
				empty={<p>{t("manage.noRegistrations")}</p>}
				columns={[
					{
						key: "name",
						header: t("manage.name"),
						rowHeader: true,
						cell: ({ id, name }) => <a href={`${path}/anmeldung/${id}`}>{name}</a>,
					},
					{ key: "persons", header: t("manage.persons"), numeric: true, cell: ({ persons }) => persons },
					{ key: "state", header: t("manage.state"), cell: ({ state }) => m(`registrationStates.${state}`) },
					{
						key: "channel",
						header: t("manage.channel"),
						cell: ({ channel, isReached, phone }) =>
							isReached ? t(`channels.${channel}`) : [t(`channels.${channel}`), phone].filter(Boolean).join(", "),
					},
					{ key: "needs", header: t("manage.needs"), cell: ({ needs }) => needs ?? t("list.none") },
				]}
			/>
			<ButtonRow>
				{event.mayEnter && (
					<LinkButton look="secondary" href={`${path}/anmeldung`}>
						{t("behalf.title")}
					</LinkButton>
				)}
				<LinkButton look="tertiary" href={`${path}/liste`}>
					{t("list.paper")}
				</LinkButton>
			</ButtonRow>
			<p>{t("manage.needsKept")}</p>
		</Section>
	);
}
