import { ButtonRow, LinkButton } from "~/design/button";
import { CardList } from "~/design/card";
import { Section } from "~/design/layout";
import { useText } from "~/platform/i18n";
import { messages } from "../messages";
import type { LoadedEvents } from "../queries/part.server";
import { EventCard } from "./event-card";

/** The events of a process on its public page: what is coming, then what was and is documented. */
export function EventsPart({ part, path }: { part: LoadedEvents; path: string }) {
	const t = useText(messages);
	const events = [...part.coming, ...part.over];
	return (
		<Section id="termine" title={t("calendar.title")} intro={events.length === 0 && t("calendar.empty")}>
			{events.length > 0 && (
				<CardList>
					{events.map((event) => (
						<EventCard key={event.code} event={event} />
					))}
				</CardList>
			)}
			<ButtonRow>
				{part.manageHref && (
					<LinkButton look="secondary" href={part.manageHref}>
						{t("calendar.manage")}
					</LinkButton>
				)}
				{events.length > 0 && (
					<LinkButton look="tertiary" href={`${path}/termine.ics`}>
						{t("calendar.feed")}
					</LinkButton>
				)}
				<LinkButton look="tertiary" href="/termine">
					{t("calendar.all")}
				</LinkButton>
			</ButtonRow>
		</Section>
	);
}
