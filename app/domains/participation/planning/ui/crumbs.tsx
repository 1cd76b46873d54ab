import { Breadcrumb } from "~/design/breadcrumb";
import { useText } from "~/platform/i18n";
import { messages } from "../messages";
import type { PlanningHead } from "../queries/head.server";
import { staffMessages } from "../staff-messages";

/** The staff page of a plan, under which its other pages have their addresses. */
export function staffPath({ place, process }: Pick<PlanningHead, "place" | "process">): string {
	return `/o/${place.slug}/verwaltung/beteiligung/${process.slug}/bauleitplanung`;
}

/** The public page of a plan. */
export function publicPath({ place, process }: Pick<PlanningHead, "place" | "process">): string {
	return `/o/${place.slug}/beteiligung/${process.slug}/bauleitplanung`;
}

/** The way down to a staff page of a plan; `here` is missing on the plan's own page. */
export function StaffCrumbs({
	head,
	here,
	between,
}: {
	head: PlanningHead;
	here?: string;
	between?: { label: string; href: string };
}) {
	const t = useText(staffMessages);
	const { place, process } = head;
	const work = `/o/${place.slug}/verwaltung/beteiligung/${process.slug}`;
	return (
		<Breadcrumb
			entries={[
				{ label: place.name, href: `/o/${place.slug}` },
				{ label: process.title, href: work },
				...(here
					? [{ label: t("title"), href: staffPath(head) }, ...(between ? [between] : []), { label: here }]
					: [{ label: t("title") }]),
			]}
		/>
	);
}

/** The way to a public page of a plan; `here` is missing on the plan's own page. */
export function PublicCrumbs({ head, here }: { head: PlanningHead; here?: string }) {
	const t = useText(messages);
	const { place, process } = head;
	return (
		<Breadcrumb
			entries={[
				{ label: place.name, href: `/o/${place.slug}` },
				{ label: process.title, href: `/o/${place.slug}/beteiligung/${process.slug}` },
				...(here ? [{ label: t("kind"), href: publicPath(head) }, { label: here }] : [{ label: t("kind") }]),
			]}
		/>
	);
}
