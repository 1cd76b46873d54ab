import { Breadcrumb } from "~/design/breadcrumb";
import { useText } from "~/platform/i18n";
import { messages as processMessages } from "../../processes/messages";
import { paperPath } from "../addresses";
import { staffMessages } from "../staff-messages";

type Head = { place: { slug: string; name: string }; slug: string; title: string; mayManage: boolean };

/** The way to a staff page of paper; `here` is the page itself, absent on the page where paper is typed in. */
export function PaperCrumbs({
	head,
	between,
	here,
}: {
	head: Head;
	between?: { label: string; href: string };
	here?: string;
}) {
	const t = useText(staffMessages);
	const m = useText(processMessages);
	const list = `/o/${head.place.slug}/verwaltung/beteiligung`;
	const process = head.mayManage ? `${list}/${head.slug}` : `/o/${head.place.slug}/beteiligung/${head.slug}`;
	const paper = { label: t("enter.title"), href: paperPath({ place: head.place.slug, process: head.slug }) };
	return (
		<Breadcrumb
			entries={[
				{ label: head.place.name, href: `/o/${head.place.slug}` },
				{ label: m("managed.title"), href: list },
				{ label: head.title, href: process },
				...(here ? [paper, ...(between ? [between] : []), { label: here }] : [{ label: paper.label }]),
			]}
		/>
	);
}
