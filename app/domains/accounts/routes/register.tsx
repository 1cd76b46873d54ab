import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { conduct, onward, onwardPath } from "~/platform/http/conduct.server";
import { again, readForm, type Typed } from "~/platform/http/forms.server";
import { dropKeptForm, keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { register } from "../commands/register.server";
import { registerForm } from "../forms";
import { messages } from "../messages";
import { visitorOf } from "../visitor.server";
import type { Route } from "./+types/register";

export const loader = conduct(async ({ world, request }: Route.LoaderArgs & { world: World }) => {
	if (world.actor.kind === "person") throw onward(onwardPath(request, "/konto"));
	return { kept: await keptForm(world, request) };
});

export const action = conduct(async ({ world, request, context }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, registerForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { email, displayName, givenName, familyName } = form.value;
	const wanted = onwardPath(request, "/");
	const outcome = await register(world, {
		email,
		displayName,
		givenName: givenName || null,
		familyName: familyName || null,
		onward: wanted === "/" ? null : wanted,
		ip: visitorOf(request, context).ip,
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	await dropKeptForm(world, request);
	return onward(`/registrieren/code/${outcome.value.attempt}`);
});

export default function Register({ loaderData, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const problems = useProblems(messages, actionData?.refusals);
	const typed: Typed = actionData?.typed ?? loaderData.kept ?? {};
	return (
		<>
			<title>{t("register.title")}</title>
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("register.title")} lead={t("register.lead")} />
			<Form>
				<TextField
					name="displayName"
					autoComplete="nickname"
					label={t("fields.displayName")}
					hint={t("fields.displayNameHint")}
					value={typed.displayName?.toString()}
					error={problems.at("displayName")}
				/>
				<TextField
					name="email"
					type="email"
					autoComplete="email"
					label={t("fields.email")}
					value={typed.email?.toString()}
					error={problems.at("email")}
				/>
				<TextField
					name="givenName"
					autoComplete="given-name"
					optional
					label={t("fields.givenName")}
					value={typed.givenName?.toString()}
					error={problems.at("givenName")}
				/>
				<TextField
					name="familyName"
					autoComplete="family-name"
					optional
					label={t("fields.familyName")}
					value={typed.familyName?.toString()}
					error={problems.at("familyName")}
				/>
				<Button>{t("register.submit")}</Button>
			</Form>
			<p>
				{t("register.haveOne")} <a href="/anmelden">{t("signIn.submit")}</a>
			</p>
		</>
	);
}
