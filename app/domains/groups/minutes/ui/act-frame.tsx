import type { ReactNode } from "react";
import { ErrorSummary } from "~/design/error-summary";
import { PageTitle } from "~/design/page-title";
import { useText } from "~/platform/i18n";
import { GroupCrumbs, managedPath } from "../../ui/group-crumbs";
import { minutesStaffMessages } from "../staff-messages";

type Of = {
	place: { slug: string; name: string };
	group: { slug: string; name: string };
	meeting: { id: string; title: string };
};

/** The address under which minutes are written. */
export function writingPath({ place, group, meeting }: Of): string {
	return `${managedPath(place.slug, group.slug)}/sitzungen/${meeting.id}/protokoll`;
}

/** The frame of a page on which one act on minutes is done: the way there, its errors, its title. */
export function ActFrame({
	of,
	title,
	lead,
	errors,
	children,
}: {
	of: Of;
	title: string;
	lead?: string;
	errors: Parameters<typeof ErrorSummary>[0]["errors"];
	children: ReactNode;
}) {
	const t = useText(minutesStaffMessages);
	return (
		<>
			<title>{`${title} – ${of.meeting.title}`}</title>
			<GroupCrumbs place={of.place} group={of.group} meeting={of.meeting} last={title} />
			<ErrorSummary errors={errors} />
			<PageTitle title={title} above={`${t("toMinutes")}: ${of.meeting.title}`} lead={lead} />
			{children}
			<p>
				<a href={writingPath(of)}>{t("title")}</a>
			</p>
		</>
	);
}
