import { Badge } from "~/design/badge";
import { Card } from "~/design/card";
import { useFormat, useText } from "~/platform/i18n";
import { messages } from "../messages";
import { daysLeft } from "../phase";
import type { OverviewProcess } from "../queries/process-list.server";
import { stateTone } from "./state-tone";

/** One process in a list: where, what, what comes next and by when. */
export function ProcessCard({ process, now }: { process: OverviewProcess; now: Date }) {
	const t = useText(messages);
	const format = useFormat();
	const next = process.contributingUntil
		? t("overview.daysLeft", { count: daysLeft(process.contributingUntil, now) })
		: process.opensAt
			? t("overview.opens", { date: format.dateLong(process.opensAt) })
			: process.state === "running" && process.answeredUntil
				? t("overview.evaluation", { date: format.dateLong(process.answeredUntil) })
				: process.lastDay
					? t("overview.closedOn", { date: format.dateLong(process.lastDay) })
					: null;
	return (
		<Card
			title={process.title}
			href={process.href}
			above={process.placeName}
			state={<Badge tone={stateTone[process.state]}>{t(`states.${process.state}`)}</Badge>}
			foot={
				<>
					{next && <span>{next}</span>}
					{(process.contributions > 0 || process.hasTakenContributions) && (
						<span>{t("overview.contributions", { count: process.contributions })}</span>
					)}
				</>
			}
		>
			<p>{process.summary}</p>
		</Card>
	);
}
