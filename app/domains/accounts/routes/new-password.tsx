import { data } from "react-router";
import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { PasswordField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { resetPassword, resetPurpose } from "../commands/reset-password.server";
import { newPasswordForm } from "../forms";
import { findPass } from "../links.server";
import { messages } from "../messages";
import { forgettingCookie } from "../sessions.server";
import { LinkOver } from "../ui/link-over";
import type { Route } from "./+types/new-password";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const pass = await findPass(world, params.token, resetPurpose);
	return pass ? { open: true } : data({ open: false }, { status: 404 });
});

export const action = conduct(async ({ world, request, params }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, newPasswordForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await resetPassword(world, { token: params.token, password: form.value.password });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward("/anmelden?passwort", { "Set-Cookie": forgettingCookie(world) });
});

export default function NewPassword({ loaderData, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const problems = useProblems(messages, actionData?.refusals);
	if (!loaderData.open) return <LinkOver again="/passwort-vergessen" />;
	return (
		<>
			<title>{t("forgotten.setTitle")}</title>
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("forgotten.setTitle")} lead={t("forgotten.setLead")} />
			<Form>
				<PasswordField
					name="password"
					autoComplete="new-password"
					label={t("fields.newPassword")}
					hint={t("fields.newPasswordHint")}
					error={problems.at("password")}
				/>
				<Button>{t("forgotten.set")}</Button>
			</Form>
		</>
	);
}
