import type { ReactNode } from "react";
import { Alert } from "~/design/alert";
import { Breadcrumb } from "~/design/breadcrumb";
import { ErrorSummary, type FormError } from "~/design/error-summary";
import { PageTitle } from "~/design/page-title";
import { useText } from "~/platform/i18n";
import { editingMessages } from "../editing-messages";

/** What all pages of the making of an agreement have around them. */
export function EditFrame({
	page,
	title,
	lead,
	errors = [],
	form,
	saved,
	children,
}: {
	page: { place: { slug: string; name: string }; here: string; number: string; title: string; mayEdit: boolean };
	title: string;
	lead?: string;
	errors?: readonly FormError[];
	/** The id of the form that was refused, where a page has several. */
	form?: string;
	saved?: boolean;
	children: ReactNode;
}) {
	const t = useText(editingMessages);
	return (
		<>
			<title>{`${title} – ${page.title}`}</title>
			<Breadcrumb
				entries={[
					{ label: page.place.name, href: `/o/${page.place.slug}` },
					{ label: t("manage.title"), href: `/o/${page.place.slug}/verwaltung/vereinbarungen` },
					{ label: page.number, href: page.here },
					{ label: title },
				]}
			/>
			{saved && errors.length === 0 && <Alert tone="success" title={t("edit.saved")} live />}
			<ErrorSummary errors={errors} form={form} />
			<PageTitle title={title} above={page.title} lead={lead} />
			{!page.mayEdit && <Alert title={t("edit.frozen")} />}
			{children}
			<p>
				<a href={page.here}>{t("edit.back")}</a>
			</p>
		</>
	);
}
