import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { askForReset } from "../commands/reset-password.server";
import { emailForm } from "../forms";
import { messages } from "../messages";
import { MailSent } from "../ui/link-over";
import { visitorOf } from "../visitor.server";
import type { Route } from "./+types/forgotten";

export const loader = conduct(async ({ request }: Route.LoaderArgs & { world: World }) => ({
	sent: new URL(request.url).searchParams.has("geschickt"),
}));

export const action = conduct(async ({ world, request, context }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, emailForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { ip } = visitorOf(request, context);
	const outcome = await askForReset(world, { ...form.value, ip });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward("/passwort-vergessen?geschickt");
});

export default function Forgotten({ loaderData, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const problems = useProblems(messages, actionData?.refusals);
	if (loaderData.sent && !actionData) return <MailSent />;
	return (
		<>
			<title>{t("forgotten.title")}</title>
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("forgotten.title")} lead={t("forgotten.lead")} />
			<Form>
				<TextField
					name="email"
					type="email"
					autoComplete="email"
					label={t("fields.email")}
					value={actionData?.typed.email?.toString()}
					error={problems.at("email")}
				/>
				<Button>{t("forgotten.submit")}</Button>
			</Form>
		</>
	);
}
