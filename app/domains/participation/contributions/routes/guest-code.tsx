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
import { confirmGuestCode } from "../commands/confirm-guest-code.server";
import { commentMessages } from "../comment-messages";
import { codeForm } from "../forms";
import { guestCodeByPage } from "../queries/guest-code.server";
import { paragraphsOf } from "../ui/discussion";
import type { Route } from "./+types/guest-code";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const page = await guestCodeByPage(world, params.token);
	// what is confirmed is not asked for again: the page stays the author's address of the comment
	if (page.used)
		return onward(page.purpose === "comment" ? `/kommentar/${params.token}` : `/b/${page.contribution.code}`);
	return page;
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, codeForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await confirmGuestCode(world, { pageToken: params.token, code: form.value.code });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	if (!outcome.value.confirmed) {
		return again(form.typed, [{ code: "code-wrong", field: "code", values: { left: outcome.value.attemptsLeft } }]);
	}
	const { purpose, contributionCode } = outcome.value;
	return onward(purpose === "comment" ? `/kommentar/${params.token}?neu` : `/b/${contributionCode}?unterstuetzt`);
});

export default function GuestCode({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(commentMessages);
	const { errors, at } = useProblems(commentMessages, actionData?.refusals);
	return (
		<>
			<title>{`${t("code.title")} – ${page.contribution.title}`}</title>
			<ErrorSummary errors={errors} />
			<PageTitle title={t("code.title")} above={page.contribution.title} lead={t(`code.${page.purpose}`)} />
			<p>{t("code.lead")}</p>
			<Form>
				<TextField
					name="code"
					label={t("code.label")}
					hint={t("code.hint")}
					error={at("code")}
					autoComplete="one-time-code"
					inputMode="numeric"
				/>
				<Button>{t("code.submit")}</Button>
			</Form>
			{page.text && <blockquote>{paragraphsOf(page.text)}</blockquote>}
			<p>
				<a href={`/b/${page.contribution.code}`}>{t("form.back")}</a>
			</p>
		</>
	);
}
