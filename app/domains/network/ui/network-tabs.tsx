import { Tabs } from "~/design/tabs";
import { useText } from "~/platform/i18n";
import { type NetworkFilter, withFilter } from "../filter";
import { staffMessages } from "../staff-messages";

/** The views of a network; the filter goes along where it counts. */
export function NetworkTabs({
	slug,
	current,
	filter,
}: {
	slug: string;
	current: "parties" | "picture" | "bridges" | "snapshots";
	filter?: NetworkFilter;
}) {
	const t = useText(staffMessages);
	const here = `/o/${slug}/verwaltung/netzwerk`;
	const along = (path: string) => (filter ? withFilter(path, filter) : path);
	const tabs = [
		{ key: "parties", href: along(here) },
		{ key: "picture", href: along(`${here}/bild`) },
		{ key: "bridges", href: filter?.day ? `${here}/bruecken?tag=${filter.day}` : `${here}/bruecken` },
		{ key: "snapshots", href: `${here}/staende` },
	] as const;
	return (
		<Tabs
			label={t("list.tabs")}
			tabs={tabs.map(({ key, href }) => ({ href, label: t(`list.${key}`), current: key === current }))}
		/>
	);
}
