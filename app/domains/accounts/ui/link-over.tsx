import { LinkButton } from "~/design/button";
import { useText } from "~/platform/i18n";
import { messages } from "../messages";

/** Instead of a bare 404: a link that does not count any more, and where to get a new one. */
export function LinkOver({ again }: { again: string }) {
	const t = useText(messages);
	return (
		<>
			<title>{t("over.title")}</title>
			<h1>{t("over.title")}</h1>
			<p>{t("over.text")}</p>
			<LinkButton href={again}>{t("over.again")}</LinkButton>
		</>
	);
}

/** A mail is under way; the same for known and unknown addresses. */
export function MailSent() {
	const t = useText(messages);
	return (
		<>
			<title>{t("sent.title")}</title>
			<h1>{t("sent.title")}</h1>
			<p role="status">{t("sent.text")}</p>
		</>
	);
}
