import { Breadcrumb } from "~/design/breadcrumb";
import { useText } from "~/platform/i18n";
import { managedBoxPath } from "../addresses";
import type { BoxHead } from "../queries/find-box.server";
import { staffMessages } from "../staff-messages";

/** The way to a public page of a vote; without `here` to the vote itself. */
export function BoxCrumbs({ box, here }: { box: BoxHead; here?: string }) {
	return (
		<Breadcrumb
			entries={[
				{ label: box.place.name, href: `/o/${box.place.slug}` },
				{ label: box.process.title, href: box.process.path },
				here ? { label: box.title, href: box.path } : { label: box.title },
				...(here ? [{ label: here }] : []),
			]}
		/>
	);
}

/** The same for the pages of the staff; `list` names what is set up. */
export function ManagedBoxCrumbs({ box, list, here }: { box: BoxHead; list?: string; here?: string }) {
	const t = useText(staffMessages);
	const processes = `/o/${box.place.slug}/verwaltung/beteiligung`;
	const lists = managedBoxPath({ place: box.place.slug, process: box.process.slug, kind: box.kind });
	return (
		<Breadcrumb
			entries={[
				{ label: t("crumb"), href: processes },
				{ label: box.process.title, href: `${processes}/${box.process.slug}` },
				...(list ? [{ label: list, href: lists }] : []),
				here ? { label: box.title, href: box.managed } : { label: box.title },
				...(here ? [{ label: here }] : []),
			]}
		/>
	);
}
