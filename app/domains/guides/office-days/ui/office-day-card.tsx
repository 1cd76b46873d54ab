import type { ReactNode } from "react";
import { Card } from "~/design/card";
import { useFormat, useText } from "~/platform/i18n";
import { messages } from "../messages";
import type { OfficeDayView } from "../queries/upcoming.server";

/** One office day in a list; badges as children. */
export function OfficeDayCard({
	day,
	level = 3,
	children,
}: {
	day: OfficeDayView;
	level?: 3 | 4;
	children?: ReactNode;
}) {
	const t = useText(messages);
	const format = useFormat();
	const { opening } = day;
	return (
		<Card
			title={`${day.municipality.name}, ${format.weekday(opening.day)}`}
			href={`/sprechtag/${day.code}/${day.day}`}
			above={t("list.when", { start: format.time(opening.opensAt), end: format.time(opening.closesAt) })}
			level={level}
			state={children}
			foot={day.freeSlots === null ? t("list.dropIn") : t("list.free", { count: day.freeSlots })}
		>
			<p>{opening.place}</p>
			<p>{day.post.label}</p>
		</Card>
	);
}
