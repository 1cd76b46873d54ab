import { data } from "react-router";
import { Alert } from "~/design/alert";
import { Button, LinkButton } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { PasswordField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { Refusal } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { messages as accountMessages } from "../account-messages";
import { changePassword } from "../commands/change-password.server";
import { removeSecondFactor, replaceRecoveryCodes } from "../commands/second-factor.server";
import { actForm, changePasswordForm } from "../forms";
import { messages } from "../messages";
import { mySecurity } from "../queries/account.server";
import { AccountTabs } from "../ui/account-tabs";
import { RecoveryCodes } from "../ui/recovery-codes";
import type { Route } from "./+types/security";

export const loader = conduct(async ({ world, request }: Route.LoaderArgs & { world: World }) => {
	const query = new URL(request.url).searchParams;
	const notice = query.has("passwort") ? "passwordChanged" : query.has("entfernt") ? "removed" : null;
	return { security: await mySecurity(world), notice } as const;
});

export const action = conduct(async ({ world, request }: Route.ActionArgs & { world: World }) => {
	const fields = await formFields(request);
	const { act } = actForm.parse({ act: fields.get("act") ?? "" });
	if (act === "codes") {
		const outcome = await replaceRecoveryCodes(world, null);
		const none: Refusal[] = [];
		return data({ refusals: none, codes: outcome.done ? outcome.value.recoveryCodes : [] });
	}
	if (act === "remove") {
		const outcome = await removeSecondFactor(world, null);
		if (!outcome.done) return again({}, outcome.refusals);
		return onward("/konto/sicherheit?entfernt", { "Set-Cookie": outcome.value.setCookie });
	}
	const form = readFields(request, fields, changePasswordForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await changePassword(world, form.value);
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward("/konto/sicherheit?passwort", { "Set-Cookie": outcome.value.setCookie });
});

export default function Security({ loaderData: { security, notice }, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const own = useText(accountMessages);
	const problems = useProblems(messages, actionData?.refusals);
	if (actionData && "codes" in actionData) return <RecoveryCodes codes={actionData.codes} onward="/konto/sicherheit" />;
	const { hasPassword, hasFactor, factorRequired, codesLeft } = security;
	return (
		<>
			<title>{own("security.title")}</title>
			{notice && !actionData && <Alert tone="success" title={own(`security.${notice}`)} live />}
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={own("security.title")} />
			<AccountTabs current="security" />
			<Section
				title={own("security.password")}
				id="passwort"
				intro={hasPassword ? undefined : own("security.noPassword")}
			>
				<Form>
					{hasPassword && (
						<PasswordField
							name="present"
							autoComplete="current-password"
							label={own("security.present")}
							error={problems.at("present")}
						/>
					)}
					<PasswordField
						name="password"
						autoComplete="new-password"
						label={t("fields.newPassword")}
						hint={t("fields.newPasswordHint")}
						error={problems.at("password")}
					/>
					<Button>{own(hasPassword ? "security.change" : "security.first")}</Button>
				</Form>
			</Section>
			<Section
				title={own("security.factor")}
				id="zweiter-faktor"
				intro={own(hasFactor ? "security.factorOn" : "security.factorOff")}
			>
				{factorRequired && <p>{own("security.factorRequired")}</p>}
				{!hasFactor && <LinkButton href="/konto/zweiter-faktor">{own("security.setUp")}</LinkButton>}
				{hasFactor && !factorRequired && (
					<Form inline hidden={{ act: "remove" }}>
						<Button look="danger">{own("security.remove")}</Button>
					</Form>
				)}
			</Section>
			{hasFactor && (
				<Section title={own("security.codes")} id="codes" intro={own("security.codesLeft", { count: codesLeft })}>
					<Form inline hidden={{ act: "codes" }}>
						<Button look="secondary">{own("security.newCodes")}</Button>
					</Form>
					<p>{own("security.newCodesHint")}</p>
				</Section>
			)}
		</>
	);
}
