import { WorkCrumbs } from "~/domains/organisations";
import { useFormat, useText } from "~/platform/i18n";
import { messages } from "../work-messages";

type Head = { place: { slug: string; name: string }; code: string; day: string; municipality: { name: string } };

/** The address of an office day for those who hold it. */
export function workDayPath({ place, code, day }: Pick<Head, "place" | "code" | "day">): string {
	return `/o/${place.slug}/verwaltung/sprechtage/${code}/${day}`;
}

/** The way to an office day of staff, and to a page below it. */
export function WorkDayCrumbs({ head, here }: { head: Head; here?: string }) {
	const t = useText(messages);
	const { weekday } = useFormat();
	const label = `${head.municipality.name}, ${weekday(head.day)}`;
	return (
		<WorkCrumbs
			place={head.place}
			entries={[
				{ label: t("list.title"), href: `/o/${head.place.slug}/verwaltung/sprechtage` },
				...(here ? [{ label, href: workDayPath(head) }, { label: here }] : [{ label }]),
			]}
		/>
	);
}
