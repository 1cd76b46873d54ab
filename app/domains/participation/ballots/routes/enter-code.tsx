import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { CodeField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { paperPath } from "../addresses";
import { openPaperByCode } from "../commands/open-paper.server";
import { codeForm } from "../forms";
import { messages } from "../messages";
import { boxPage } from "../queries/box-pages.server";
import { BoxCrumbs } from "../ui/box-crumbs";
import type { Route } from "./+types/enter-code";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => boxPage(world, params));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { kind } = await boxPage(world, params);
	const form = await readForm(request, codeForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await openPaperByCode(world, { voterId: givenId(params.voter), code: form.value.code });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	if (outcome.value.opened) return onward(paperPath(kind, outcome.value.token));
	return again(form.typed, [{ code: "code-wrong", field: "code", values: { left: outcome.value.attemptsLeft } }]);
});

export default function EnterCode({ loaderData: box, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	return (
		<>
			<title>{`${t("code.title")} – ${box.title}`}</title>
			<BoxCrumbs box={box} here={t("code.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("code.title")} above={box.title} lead={t("code.lead")} />
			<Form>
				<CodeField name="code" label={t("code.code")} error={at("code")} />
				<Button>{t("code.enter")}</Button>
			</Form>
		</>
	);
}
