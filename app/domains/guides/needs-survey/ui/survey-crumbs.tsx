import { WorkCrumbs } from "~/domains/organisations";
import { useText } from "~/platform/i18n";
import { messages as planMessages } from "../../plans/work-messages";
import { messages } from "../messages";
import { staffMessages } from "../staff-messages";

export const surveyPath = (place: string, year: number): string => `/o/${place}/verwaltung/lotsen/bedarf/${year}`;

/** The way to a page of a survey; `page` names one below it. */
export function SurveyCrumbs({
	place,
	year,
	page,
}: {
	place: { slug: string; name: string };
	year: number;
	page?: string;
}) {
	const t = useText(staffMessages);
	const p = useText(planMessages);
	const m = useText(messages);
	const work = `/o/${place.slug}/verwaltung/lotsen`;
	const title = m("title", { year: String(year) });
	return (
		<WorkCrumbs
			place={place}
			entries={[
				{ label: p("plans.title"), href: work },
				{ label: t("list.title"), href: `${work}/bedarf` },
				...(page ? [{ label: title, href: surveyPath(place.slug, year) }, { label: page }] : [{ label: title }]),
			]}
		/>
	);
}
