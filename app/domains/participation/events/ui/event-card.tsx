import { Badge } from "~/design/badge";
import { Card } from "~/design/card";
import { LocalDateTime } from "~/design/time";
import { useText } from "~/platform/i18n";
import { messages } from "../messages";
import type { ListedEvent } from "../queries/calendar.server";
import { stateTone } from "./state-tone";

/** One event of a list: when, where, and whether one can still register. */
export function EventCard({ event, withProcess }: { event: ListedEvent; withProcess?: boolean }) {
	const t = useText(messages);
	return (
		<Card
			title={event.title}
			href={event.href}
			above={withProcess ? `${event.placeName} · ${event.process}` : undefined}
			state={<Badge tone={stateTone[event.state]}>{t(`states.${event.state}`)}</Badge>}
			foot={
				<>
					<span>{t(`modes.${event.mode}`)}</span>
					{event.takesRegistrations && (
						<span>{event.free === null ? t("calendar.register") : t("calendar.free", { count: event.free })}</span>
					)}
					{event.minutes && <span>{t("calendar.minutes")}</span>}
				</>
			}
		>
			<p>
				<LocalDateTime value={event.startsAt} />
				{event.place && `, ${event.place}`}
			</p>
		</Card>
	);
}
