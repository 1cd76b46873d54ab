import { LinkButton } from "~/design/button";
import { PageTitle } from "~/design/page-title";
import { useText } from "~/platform/i18n";
import { messages } from "../personal-data-messages";

/** The last page of somebody who has left; it knows nothing of them. */
export default function Erased() {
	const t = useText(messages);
	return (
		<>
			<title>{`${t("erased.title")} – Gemeinwerk`}</title>
			<PageTitle title={t("erased.title")} lead={t("erased.lead")}>
				<LinkButton href="/" look="secondary">
					{t("erased.home")}
				</LinkButton>
			</PageTitle>
		</>
	);
}
