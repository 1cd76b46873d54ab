import { Breadcrumb } from "~/design/breadcrumb";
import { useText } from "~/platform/i18n";
import { staffMessages } from "../staff-messages";

type Head = {
	place: { slug: string; name: string };
	process: { slug: string; title: string };
	title: string;
	path: string;
	staffPath: string;
};

/** The way down to a public page of a survey. */
export function SurveyCrumbs({ head, here }: { head: Head; here?: string }) {
	return (
		<Breadcrumb
			entries={[
				{ label: head.place.name, href: `/o/${head.place.slug}` },
				{ label: head.process.title, href: `/o/${head.place.slug}/beteiligung/${head.process.slug}` },
				...(here ? [{ label: head.title, href: head.path }, { label: here }] : [{ label: head.title }]),
			]}
		/>
	);
}

/**
 * The way down to a staff page of a survey; who only types in paper comes by the public page of the process.
 * @param head `mayManage` is absent on pages that only who runs the process sees
 */
export function StaffSurveyCrumbs({ head, here }: { head: Head & { mayManage?: boolean }; here?: string }) {
	const t = useText(staffMessages);
	const manage = `/o/${head.place.slug}/verwaltung/beteiligung`;
	return (
		<Breadcrumb
			entries={[
				{ label: t("staff.crumb"), href: manage },
				{
					label: head.process.title,
					href:
						(head.mayManage ?? true)
							? `${manage}/${head.process.slug}`
							: `/o/${head.place.slug}/beteiligung/${head.process.slug}`,
				},
				{ label: t("staff.list"), href: `${manage}/${head.process.slug}/umfrage` },
				...(here ? [{ label: head.title, href: head.staffPath }, { label: here }] : [{ label: head.title }]),
			]}
		/>
	);
}
