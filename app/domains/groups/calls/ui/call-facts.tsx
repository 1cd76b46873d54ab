import { SummaryList } from "~/design/summary-list";
import { LocalDateTime } from "~/design/time";
import { useFormat, useText } from "~/platform/i18n";
import { callMessages } from "../messages";
import type { ShownCall } from "../queries/call-pages.server";

/** Deadline, seats and who may apply. */
export function CallFacts({ call }: { call: ShownCall }) {
	const t = useText(callMessages);
	const { date } = useFormat();
	const who = [
		...(call.minAge === null ? [] : [t("call.age", { age: String(call.minAge) })]),
		...(call.livesIn === "" ? [] : [t("call.area", { area: call.livesIn })]),
	];
	const period = { from: date(call.seatFrom), until: call.seatLast ? date(call.seatLast) : "" };
	return (
		<SummaryList
			rows={[
				{ term: t("call.until"), value: <LocalDateTime value={call.closesAt} /> },
				{ term: t("call.seats"), value: call.seats },
				{
					term: t("call.seatFrom"),
					value: call.seatLast ? t("call.seatPeriodUntil", period) : t("call.seatPeriod", period),
				},
				{ term: t("call.who"), value: who.length > 0 ? who.join(", ") : t("call.anybody") },
				...(call.strata.length > 0
					? [
							{
								term: t("call.strata", { question: call.strataQuestion }),
								value: (
									<ul>
										{call.strata.map(({ position, label, seats }) => (
											<li key={position}>{t("call.stratum", { label, seats })}</li>
										))}
									</ul>
								),
							},
						]
					: []),
			]}
		/>
	);
}
