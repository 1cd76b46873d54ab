import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { askToSupport } from "../commands/support-as-guest.server";
import { commentMessages } from "../comment-messages";
import { emailForm } from "../forms";
import { contributionPage } from "../queries/contribution-page.server";
import { textOf } from "../ui/words-fields";
import type { Route } from "./+types/support-as-guest";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const page = await contributionPage(world, params.code);
	if (page.shown !== "text") throw new NotFound();
	if (world.actor.kind === "person") return onward(`/b/${page.code}`);
	// who opened the page in time and sends it too late reads why
	return { title: page.title, code: page.code, open: page.guestsSupport };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id } = await contributionPage(world, params.code);
	const form = await readForm(request, emailForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await askToSupport(world, { id, email: form.value.email });
	return outcome.done ? onward(`/code/${outcome.value.pageToken}`) : again(form.typed, outcome.refusals);
});

export default function SupportAsGuest({ loaderData: { title, code, open }, actionData }: Route.ComponentProps) {
	const t = useText(commentMessages);
	const { errors, at } = useProblems(commentMessages, actionData?.refusals);
	return (
		<>
			<title>{`${t("support.title")} – ${title}`}</title>
			<ErrorSummary errors={errors} />
			<PageTitle title={t("support.title")} above={title} lead={open ? t("support.lead") : undefined} />
			{!open && !actionData && <Alert tone="warning" title={t("refusals.support-closed")} />}
			{(open || actionData) && (
				<Form>
					<TextField
						name="email"
						type="email"
						label={t("support.email")}
						value={textOf(actionData?.typed.email)}
						error={at("email")}
						autoComplete="email"
					/>
					<Button>{t("support.submit")}</Button>
				</Form>
			)}
			<p>
				<a href={`/b/${code}`}>{t("form.back")}</a>
			</p>
		</>
	);
}
