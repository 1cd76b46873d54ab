import { Breadcrumb } from "~/design/breadcrumb";
import { useText } from "~/platform/i18n";
import { formMessages } from "../form-messages";

type Place = { slug: string; name: string };

export function managedPath(place: string, group: string): string {
	return `/o/${place}/verwaltung/arbeitskreise/${group}`;
}

/** The way to a page on which a group is run. */
export function GroupCrumbs({
	place,
	group,
	meeting,
	last,
}: {
	place: Place;
	group: { slug: string; name: string };
	meeting?: { id: string; title: string };
	last?: string;
}) {
	const t = useText(formMessages);
	const here = managedPath(place.slug, group.slug);
	return (
		<Breadcrumb
			entries={[
				{ label: place.name, href: `/o/${place.slug}` },
				{ label: t("managed.title"), href: `/o/${place.slug}/verwaltung/arbeitskreise` },
				{ label: group.name, href: last || meeting ? here : undefined },
				...(meeting ? [{ label: meeting.title, href: last ? `${here}/sitzungen/${meeting.id}` : undefined }] : []),
				...(last ? [{ label: last }] : []),
			]}
		/>
	);
}
