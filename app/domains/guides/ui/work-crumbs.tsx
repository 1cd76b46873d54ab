import { Breadcrumb } from "~/design/breadcrumb";
import { useText } from "~/platform/i18n";
import { messages } from "../work-messages";

/** The way from a place's start page over its administration to a page of staff. */
export function WorkCrumbs({
	place,
	entries,
}: {
	place: { slug: string; name: string };
	entries: readonly { label: string; href?: string }[];
}) {
	const t = useText(messages);
	const home = `/o/${place.slug}`;
	return (
		<Breadcrumb
			entries={[
				{ label: place.name, href: home },
				{ label: t("administration"), href: `${home}/verwaltung` },
				...entries,
			]}
		/>
	);
}
