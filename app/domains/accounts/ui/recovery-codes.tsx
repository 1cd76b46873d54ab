import { LinkButton } from "~/design/button";
import { PageTitle } from "~/design/page-title";
import { useText } from "~/platform/i18n";
import { messages as accountMessages } from "../account-messages";

/** Recovery codes, shown once, in the answer to the form itself: they are on no page that could be opened again. */
export function RecoveryCodes({ codes, onward }: { codes: readonly string[]; onward: string }) {
	const t = useText(accountMessages);
	return (
		<>
			<title>{t("codes.title")}</title>
			<PageTitle title={t("codes.title")} lead={t("codes.lead")} />
			<ol>
				{codes.map((code) => (
					<li key={code}>
						<code>{code}</code>
					</li>
				))}
			</ol>
			<LinkButton href={onward}>{t("codes.done")}</LinkButton>
		</>
	);
}
