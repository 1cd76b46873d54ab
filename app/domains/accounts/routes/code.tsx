import { Button, ButtonRow } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { CodeField, TextField } from "~/design/text-field";
import { conduct, onward, onwardPath } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { Forbidden } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { readHalfSession } from "../actor.server";
import { passSecondFactor } from "../commands/pass-second-factor.server";
import { codeForm } from "../forms";
import { messages } from "../messages";
import { mySecurity } from "../queries/account.server";
import { withOnward } from "../visitor.server";
import type { Route } from "./+types/code";

export const loader = conduct(async ({ world, request }: Route.LoaderArgs & { world: World }) => {
	const wanted = onwardPath(request, "/");
	if (world.actor.kind === "person") {
		if (world.actor.secondFactor) throw onward(wanted);
		const { factorRequired } = await mySecurity(world);
		if (factorRequired) throw onward(withOnward("/konto/zweiter-faktor", wanted));
		// A second factor would not help: the page that sent here belongs to others.
		throw new Forbidden();
	}
	const half = await readHalfSession(world, request.headers.get("Cookie") ?? "");
	if (!half) throw onward(withOnward("/anmelden", wanted));
	const query = new URL(request.url).searchParams;
	return { recovery: query.has("wiederherstellung"), onward: wanted === "/" ? null : wanted };
});

export const action = conduct(async ({ world, request }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, codeForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const cookies = request.headers.get("Cookie") ?? "";
	const outcome = await passSecondFactor(world, { code: form.value.code, cookies });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	const wanted = onwardPath(request, "/");
	return onward(wanted, { "Set-Cookie": outcome.value.setCookie });
});

export default function Code({ loaderData, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const problems = useProblems(messages, actionData?.refusals);
	const way = new URLSearchParams(loaderData.onward ? { weiter: loaderData.onward } : {});
	const other = new URLSearchParams(way);
	if (!loaderData.recovery) other.set("wiederherstellung", "");
	return (
		<>
			<title>{t("code.title")}</title>
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("code.title")} lead={t(loaderData.recovery ? "code.recoveryLead" : "code.lead")} />
			<Form>
				{loaderData.recovery ? (
					// Letters and digits: the keyboard of CodeField has digits only.
					<TextField
						name="code"
						autoComplete="off"
						spellCheck={false}
						width="medium"
						label={t("code.recovery")}
						error={problems.at("code")}
					/>
				) : (
					<CodeField name="code" label={t("fields.code")} error={problems.at("code")} />
				)}
				<ButtonRow>
					<Button>{t("code.submit")}</Button>
				</ButtonRow>
			</Form>
			<p>
				<a href={`/anmelden/code?${other}`}>{t(loaderData.recovery ? "code.app" : "code.noApp")}</a>
			</p>
			<Form action="/abmelden" inline>
				<Button look="tertiary">{t("code.cancel")}</Button>
			</Form>
		</>
	);
}
