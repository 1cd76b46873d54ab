import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { CodeField, PasswordField } from "~/design/text-field";
import { conduct, onward, onwardPath } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { askForSignInLink } from "../commands/sign-in-by-link.server";
import { stepUp } from "../commands/step-up.server";
import { stepUpForm } from "../forms";
import { messages } from "../messages";
import { mySecurity } from "../queries/account.server";
import { visitorOf } from "../visitor.server";
import type { Route } from "./+types/step-up";

export const loader = conduct(async ({ world }: Route.LoaderArgs & { world: World }) => {
	const { hasPassword, hasFactor } = await mySecurity(world);
	return { hasPassword, hasFactor };
});

export const action = conduct(async ({ world, request, context }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, stepUpForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const wanted = onwardPath(request, "/konto");
	const security = await mySecurity(world);
	if (!security.hasPassword && !security.hasFactor) {
		const { ip } = visitorOf(request, context);
		const sent = await askForSignInLink(world, { email: security.email, ip, onward: wanted });
		return sent.done ? onward("/anmelden/link?geschickt") : again(form.typed, sent.refusals);
	}
	const outcome = await stepUp(world, form.value);
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(wanted, { "Set-Cookie": outcome.value.setCookie });
});

export default function StepUp({ loaderData: { hasPassword, hasFactor }, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const problems = useProblems(messages, actionData?.refusals);
	const lead = hasPassword ? (hasFactor ? "leadWithCode" : "lead") : hasFactor ? "leadCodeOnly" : "leadLink";
	return (
		<>
			<title>{t("confirm.title")}</title>
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("confirm.title")} lead={t(`confirm.${lead}`)} />
			<Form>
				{hasPassword && (
					<PasswordField
						name="password"
						autoComplete="current-password"
						label={t("fields.password")}
						error={problems.at("password")}
					/>
				)}
				{hasFactor && <CodeField name="code" label={t("fields.code")} error={problems.at("code")} />}
				<Button>{t(hasPassword || hasFactor ? "confirm.submit" : "confirm.ask")}</Button>
			</Form>
		</>
	);
}
