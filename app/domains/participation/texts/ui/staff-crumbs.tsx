import { Breadcrumb } from "~/design/breadcrumb";
import { useText } from "~/platform/i18n";
import { staffMessages } from "../staff-messages";

type Head = {
	place: { slug: string; name: string };
	process: { slug: string; title: string };
	code: string;
	title: string;
};

/** The staff pages of a text: its own address, and below it the further pages. */
export function staffTextPath({ place, process, code }: Pick<Head, "place" | "process" | "code">): string {
	return `/o/${place.slug}/verwaltung/beteiligung/${process.slug}/texte/${code}`;
}

/** The way down to a staff page of a text; `here` is missing on the text's own page. */
export function StaffCrumbs({ head, here }: { head: Head; here?: string }) {
	const t = useText(staffMessages);
	const manage = `/o/${head.place.slug}/verwaltung/beteiligung`;
	return (
		<Breadcrumb
			entries={[
				{ label: head.place.name, href: `/o/${head.place.slug}` },
				{ label: t("crumb"), href: manage },
				{ label: head.process.title, href: `${manage}/${head.process.slug}/texte` },
				...(here ? [{ label: head.title, href: staffTextPath(head) }, { label: here }] : [{ label: head.title }]),
			]}
		/>
	);
}
