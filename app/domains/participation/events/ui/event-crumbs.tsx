import { Breadcrumb } from "~/design/breadcrumb";
import { useText } from "~/platform/i18n";
import { staffMessages } from "../staff-messages";

type Head = { process: { slug: string; title: string; place: { slug: string; name: string } } };

/** The staff pages of the events of a process. */
export function managedPath({ process }: Head): string {
	return `/o/${process.place.slug}/verwaltung/beteiligung/${process.slug}/termine`;
}

/** The way to a staff page of an event; `here` is the page itself. */
export function EventCrumbs({
	head,
	event,
	here,
}: {
	head: Head;
	event?: { code: string; title: string };
	here: string;
}) {
	const t = useText(staffMessages);
	const path = managedPath(head);
	return (
		<Breadcrumb
			entries={[
				{ label: head.process.place.name, href: `/o/${head.process.place.slug}` },
				{ label: head.process.title, href: path.replace(/\/termine$/, "") },
				{ label: t("list.title"), href: path },
				...(event ? [{ label: event.title, href: `${path}/${event.code}` }] : []),
				{ label: here },
			]}
		/>
	);
}
