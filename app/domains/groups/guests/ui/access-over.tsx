import { Alert } from "~/design/alert";
import { PageTitle } from "~/design/page-title";
import { useText } from "~/platform/i18n";
import { guestMessages } from "../messages";

/** What every link of a guest shows once the access is over. */
export function AccessOver() {
	const t = useText(guestMessages);
	return (
		<>
			<title>{t("page.title")}</title>
			<meta name="robots" content="noindex" />
			<PageTitle title={t("page.title")} />
			<Alert title={t("page.over")}>
				<p>{t("page.overText")}</p>
			</Alert>
		</>
	);
}
