import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import type { Reply } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { messages } from "../messages";
import { MailSent } from "./link-over";

/** One address, to which a link is sent; the same answer for known and unknown ones. */
export function AskByMail({
	words,
	sent,
	reply,
}: {
	/** Which link: to sign in, or to set a new password. */
	words: "link" | "forgotten";
	sent: boolean;
	reply: Reply;
}) {
	const t = useText(messages);
	const problems = useProblems(messages, reply?.refusals);
	if (sent && !reply) return <MailSent />;
	return (
		<>
			<title>{t(`${words}.title`)}</title>
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t(`${words}.title`)} lead={t(`${words}.lead`)} />
			<Form>
				<TextField
					name="email"
					type="email"
					autoComplete="email"
					label={t("fields.email")}
					value={reply?.typed.email?.toString()}
					error={problems.at("email")}
				/>
				<Button>{t(`${words}.submit`)}</Button>
			</Form>
		</>
	);
}
