import { Breadcrumb } from "~/design/breadcrumb";
import { CardList } from "~/design/card";
import { EmptyState } from "~/design/empty-state";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { houseAddress } from "~/platform/address.server";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { messages } from "../messages";
import { calendarPlace, listEvents } from "../queries/calendar.server";
import { EventCard } from "../ui/event-card";
import type { Route } from "./+types/calendar";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { place: slug }: { place?: string } = params;
	const place = slug ? await calendarPlace(world, slug) : null;
	if (slug && !place) throw new NotFound();
	const path = slug ? `/o/${slug}/termine` : "/termine";
	return { place, feed: houseAddress(`${path}.ics`), ...(await listEvents(world, { place: slug })) };
});

/** All public events, or those of one place. */
export default function Calendar({ loaderData: { place, feed, coming, over } }: Route.ComponentProps) {
	const t = useText(messages);
	const title = place ? t("calendar.titleAt", { place: place.name }) : t("calendar.title");
	return (
		<>
			<title>{title}</title>
			<meta name="description" content={t("calendar.lead")} />
			{place && (
				<Breadcrumb entries={[{ label: place.name, href: `/o/${place.slug}` }, { label: t("calendar.title") }]} />
			)}
			<PageTitle title={title} lead={t("calendar.lead")} />
			<Section id="demnaechst" title={t("calendar.coming")}>
				{coming.length === 0 ? (
					<EmptyState title={t("calendar.empty")} level={3}>
						<p>{t("calendar.emptyText")}</p>
					</EmptyState>
				) : (
					<CardList>
						{coming.map((event) => (
							<EventCard key={event.code} event={event} withProcess />
						))}
					</CardList>
				)}
			</Section>
			{over.length > 0 && (
				<Section id="vorbei" title={t("calendar.over")}>
					<CardList>
						{over.map((event) => (
							<EventCard key={event.code} event={event} withProcess />
						))}
					</CardList>
				</Section>
			)}
			<Section id="abonnieren" title={t("calendar.feed")}>
				<p>
					{t("calendar.feedText")} <a href={feed}>{feed}</a>
				</p>
			</Section>
		</>
	);
}
