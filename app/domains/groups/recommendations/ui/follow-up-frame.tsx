import type { ReactNode } from "react";
import { Breadcrumb } from "~/design/breadcrumb";
import { ErrorSummary } from "~/design/error-summary";
import { PageTitle } from "~/design/page-title";

/** The frame of a page on which one act on a decision is done. */
export function FollowUpFrame({
	of,
	title,
	lead,
	errors,
	children,
}: {
	of: { code: string; title: string; group: { name: string; href: string } };
	title: string;
	lead?: string;
	errors: Parameters<typeof ErrorSummary>[0]["errors"];
	children: ReactNode;
}) {
	return (
		<>
			<title>{`${title} – ${of.title}`}</title>
			<Breadcrumb
				entries={[
					{ label: of.group.name, href: of.group.href },
					{ label: of.title, href: `/empfehlung/${of.code}` },
					{ label: title },
				]}
			/>
			<ErrorSummary errors={errors} />
			<PageTitle title={title} above={of.title} lead={lead} />
			{children}
		</>
	);
}
