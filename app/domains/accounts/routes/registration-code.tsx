import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { CodeField, PasswordField } from "~/design/text-field";
import { conduct, isOwnPath } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { confirmRegistration } from "../commands/confirm-registration.server";
import { confirmByCodeForm } from "../forms";
import { messages } from "../messages";
import { goOn, visitorOf } from "../visitor.server";
import type { Route } from "./+types/registration-code";

/** The same page for every attempt, known or not: it must not tell whether the address has an account. */
export const action = conduct(async ({ world, request, params, context }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, confirmByCodeForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await confirmRegistration(world, {
		proof: { attempt: params.attempt, code: form.value.code },
		password: form.value.password || null,
		visitor: visitorOf(request, context),
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	const wanted = outcome.value.onward;
	return goOn(outcome.value, wanted && isOwnPath(wanted) ? wanted : "/konto");
});

export default function RegistrationCode({ actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const problems = useProblems(messages, actionData?.refusals);
	return (
		<>
			<title>{t("register.codeTitle")}</title>
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("register.codeTitle")} lead={t("register.codeLead")} />
			<Form>
				<CodeField name="code" label={t("fields.code")} hint={t("register.codeHint")} error={problems.at("code")} />
				<PasswordField
					name="password"
					optional
					autoComplete="new-password"
					label={t("fields.password")}
					hint={t("register.passwordOptional")}
					error={problems.at("password")}
				/>
				<Button>{t("register.confirm")}</Button>
			</Form>
		</>
	);
}
