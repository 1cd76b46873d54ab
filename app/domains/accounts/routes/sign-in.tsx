import { Alert } from "~/design/alert";
import { Button, ButtonRow } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { PasswordField, TextField } from "~/design/text-field";
import { conduct, onward, onwardPath } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { readHalfSession } from "../actor.server";
import { signIn } from "../commands/sign-in.server";
import { signInForm } from "../forms";
import { messages } from "../messages";
import { goOn, visitorOf, withOnward } from "../visitor.server";
import type { Route } from "./+types/sign-in";

export const loader = conduct(async ({ world, request }: Route.LoaderArgs & { world: World }) => {
	const wanted = onwardPath(request, "/");
	if (world.actor.kind === "person") throw onward(wanted);
	const query = new URL(request.url).searchParams;
	// Somebody was sent here although only the code is missing.
	if (query.has("weiter") && (await readHalfSession(world, request.headers.get("Cookie") ?? ""))) {
		throw onward(withOnward("/anmelden/code", wanted));
	}
	const notice = query.has("passwort") ? "passwordSet" : query.has("adresse") ? "emailConfirmed" : null;
	return { notice, onward: wanted === "/" ? null : wanted } as const;
});

export const action = conduct(async ({ world, request, context }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, signInForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await signIn(world, { ...form.value, visitor: visitorOf(request, context) });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return goOn(outcome.value, onwardPath(request, "/"));
});

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const problems = useProblems(messages, actionData?.refusals);
	const onwards = loaderData.onward ? `?${new URLSearchParams({ weiter: loaderData.onward })}` : "";
	return (
		<>
			<title>{t("signIn.title")}</title>
			{loaderData.notice && !actionData && <Alert tone="success" title={t(`signIn.${loaderData.notice}`)} live />}
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("signIn.title")} />
			<Form>
				<TextField
					name="email"
					type="email"
					autoComplete="username"
					label={t("fields.email")}
					value={actionData?.typed.email?.toString()}
					error={problems.at("email")}
				/>
				<PasswordField
					name="password"
					autoComplete="current-password"
					label={t("fields.password")}
					error={problems.at("password")}
				/>
				<ButtonRow>
					<Button>{t("signIn.submit")}</Button>
				</ButtonRow>
			</Form>
			<ul>
				<li>
					<a href={`/anmelden/link${onwards}`}>{t("signIn.withoutPassword")}</a>
				</li>
				<li>
					<a href="/passwort-vergessen">{t("signIn.forgotten")}</a>
				</li>
				<li>
					<a href={`/registrieren${onwards}`}>{t("signIn.register")}</a>
				</li>
			</ul>
		</>
	);
}
