import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { conduct, onward, onwardPath } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { askForSignInLink } from "../commands/sign-in-by-link.server";
import { emailForm } from "../forms";
import { messages } from "../messages";
import { MailSent } from "../ui/link-over";
import { visitorOf } from "../visitor.server";
import type { Route } from "./+types/ask-for-link";

export const loader = conduct(async ({ request }: Route.LoaderArgs & { world: World }) => ({
	sent: new URL(request.url).searchParams.has("geschickt"),
}));

export const action = conduct(async ({ world, request, context }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, emailForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { ip } = visitorOf(request, context);
	const wanted = onwardPath(request, "/");
	const outcome = await askForSignInLink(world, { ...form.value, ip, onward: wanted === "/" ? null : wanted });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward("/anmelden/link?geschickt");
});

export default function AskForLink({ loaderData, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const problems = useProblems(messages, actionData?.refusals);
	if (loaderData.sent && !actionData) return <MailSent />;
	return (
		<>
			<title>{t("link.title")}</title>
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("link.title")} lead={t("link.lead")} />
			<Form>
				<TextField
					name="email"
					type="email"
					autoComplete="email"
					label={t("fields.email")}
					value={actionData?.typed.email?.toString()}
					error={problems.at("email")}
				/>
				<Button>{t("link.submit")}</Button>
			</Form>
		</>
	);
}
