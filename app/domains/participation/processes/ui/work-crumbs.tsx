import { Breadcrumb } from "~/design/breadcrumb";
import { useText } from "~/platform/i18n";
import { messages } from "../messages";
import type { ProcessHead } from "../queries/process-work.server";

/** The way to a staff page of a process; `here` is the page itself, absent on the page of the process. */
export function WorkCrumbs({
	process,
	here,
}: {
	process: Pick<ProcessHead, "place" | "slug" | "title">;
	here?: string;
}) {
	const t = useText(messages);
	const list = `/o/${process.place.slug}/verwaltung/beteiligung`;
	return (
		<Breadcrumb
			entries={[
				{ label: process.place.name, href: `/o/${process.place.slug}` },
				{ label: t("managed.title"), href: list },
				...(here
					? [{ label: process.title, href: `${list}/${process.slug}` }, { label: here }]
					: [{ label: process.title }]),
			]}
		/>
	);
}

/** The same for pages of the place that belong to no process. */
export function PlaceCrumbs({ place, here }: { place: { slug: string; name: string }; here: string }) {
	const t = useText(messages);
	return (
		<Breadcrumb
			entries={[
				{ label: place.name, href: `/o/${place.slug}` },
				{ label: t("managed.title"), href: `/o/${place.slug}/verwaltung/beteiligung` },
				{ label: here },
			]}
		/>
	);
}
