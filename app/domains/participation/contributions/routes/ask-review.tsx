import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { SignInNeeded } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { askForReview } from "../commands/review.server";
import { reviewForm } from "../forms";
import { messages } from "../messages";
import { type KeyParams, ownKeyOf, ownPathOf } from "../own-key";
import { authorPage } from "../queries/author-page.server";
import { textOf } from "../ui/words-fields";
import type { Route } from "./+types/ask-review";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const keyParams: KeyParams = params;
	if (!keyParams.token && world.actor.kind !== "person") throw new SignInNeeded();
	const { title, may } = await authorPage(world, ownKeyOf(keyParams));
	if (!may.askReview) throw onward(ownPathOf(keyParams));
	return { title, path: ownPathOf(keyParams) };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const keyParams: KeyParams = params;
	const form = await readForm(request, reviewForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await askForReview(world, { key: ownKeyOf(keyParams), text: form.value.text });
	return outcome.done ? onward(ownPathOf(keyParams)) : again(form.typed, outcome.refusals);
});

export default function AskReview({ loaderData: { title, path }, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	return (
		<>
			<title>{`${t("review.title")} – Gemeinwerk`}</title>
			<ErrorSummary errors={errors} />
			<PageTitle title={t("review.title")} above={title} lead={t("review.lead")} />
			<Form>
				<TextArea name="text" label={t("review.text")} value={textOf(actionData?.typed.text)} error={at("text")} />
				<Button>{t("review.submit")}</Button>
			</Form>
			<p>
				<a href={path}>{t("withdraw.back")}</a>
			</p>
		</>
	);
}
