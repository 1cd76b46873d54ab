import { Section } from "~/design/layout";
import { SummaryList } from "~/design/summary-list";
import { useFormat, useText } from "~/platform/i18n";
import { messages } from "../messages";
import type { DayPage } from "../queries/public-pages.server";

/** When and where an office day is, and how one gets in. */
export function OfficeDayFacts({ page }: { page: Pick<DayPage, "opening" | "accessibility" | "note"> }) {
	const t = useText(messages);
	const format = useFormat();
	const { opening } = page;
	const hours = t("list.when", { start: format.time(opening.opensAt), end: format.time(opening.closesAt) });
	return (
		<Section id="daten" title={t("day.facts")}>
			<SummaryList
				rows={[
					{ term: t("day.when"), value: `${format.weekday(opening.day)}, ${hours}` },
					{ term: t("day.where"), value: opening.place },
					...(page.accessibility ? [{ term: t("day.access"), value: page.accessibility }] : []),
					...(page.note ? [{ term: t("day.note"), value: page.note }] : []),
				]}
			/>
		</Section>
	);
}
