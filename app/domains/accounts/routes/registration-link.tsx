import { data } from "react-router";
import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { PasswordField } from "~/design/text-field";
import { conduct, isOwnPath } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { confirmRegistration } from "../commands/confirm-registration.server";
import { registrationPurpose } from "../commands/register.server";
import { confirmForm } from "../forms";
import { findPass } from "../links.server";
import { messages } from "../messages";
import { LinkOver } from "../ui/link-over";
import { goOn, visitorOf } from "../visitor.server";
import type { Route } from "./+types/registration-link";

/** Looking at the page confirms nothing: programs that scan mails open every link. */
export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const pass = await findPass(world, params.token, registrationPurpose);
	return pass ? { open: true } : data({ open: false }, { status: 404 });
});

export const action = conduct(async ({ world, request, params, context }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, confirmForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await confirmRegistration(world, {
		proof: { token: params.token },
		password: form.value.password || null,
		visitor: visitorOf(request, context),
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	const wanted = outcome.value.onward;
	return goOn(outcome.value, wanted && isOwnPath(wanted) ? wanted : "/konto");
});

export default function RegistrationLink({ loaderData, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const problems = useProblems(messages, actionData?.refusals);
	if (!loaderData.open) return <LinkOver again="/registrieren" />;
	return (
		<>
			<title>{t("register.linkTitle")}</title>
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("register.linkTitle")} lead={t("register.linkLead")} />
			<Form>
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
