import type { ReactNode } from "react";
import { Alert } from "~/design/alert";
import { Breadcrumb } from "~/design/breadcrumb";
import { ErrorSummary, type FormError } from "~/design/error-summary";
import { PageTitle } from "~/design/page-title";
import { useText } from "~/platform/i18n";
import { messages } from "../../messages";

/** What the pages that come after the signature have around them. */
export function AfterFrame({
	page,
	title,
	lead,
	errors = [],
	form,
	notice,
	children,
}: {
	page: { code: string; number: string; title: string };
	title: string;
	lead?: string;
	errors?: readonly FormError[];
	/** The id of the form that was refused, where a page has several. */
	form?: string;
	/** What has just been done. */
	notice?: string | null;
	children: ReactNode;
}) {
	const t = useText(messages);
	return (
		<>
			<title>{`${title} – ${page.title}`}</title>
			<Breadcrumb
				entries={[
					{ label: t("list.title"), href: "/vereinbarungen" },
					{ label: page.number, href: `/vereinbarungen/${page.code}` },
					{ label: title },
				]}
			/>
			{notice && errors.length === 0 && <Alert tone="success" title={notice} live />}
			<ErrorSummary errors={errors} form={form} />
			<PageTitle title={title} above={page.title} lead={lead} />
			{children}
		</>
	);
}
