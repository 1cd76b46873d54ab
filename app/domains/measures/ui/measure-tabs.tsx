import { Tabs } from "~/design/tabs";
import { useText } from "~/platform/i18n";
import { staffMessages } from "../staff-messages";

/** The pages of one measure for those who run it. */
export function MeasureTabs({
	place,
	code,
	here,
	isOver,
}: {
	place: string;
	code: string;
	here: "stage" | "edit" | "report";
	isOver: boolean;
}) {
	const t = useText(staffMessages);
	const base = `/o/${place}/verwaltung/massnahmen/${code}`;
	const pages: { key: "stage" | "edit" | "report" | "public"; href: string }[] = [
		{ key: "stage", href: base },
		{ key: "edit", href: `${base}/angaben` },
		{ key: "report", href: `${base}/sachstand` },
		{ key: "public", href: `/massnahmen/${code}` },
	];
	const open = isOver ? pages.filter(({ key }) => key === "stage" || key === "public") : pages;
	return (
		<Tabs
			label={t("tabs.label")}
			tabs={open.map(({ key, href }) => ({ label: t(`tabs.${key}`), href, current: key === here }))}
		/>
	);
}
