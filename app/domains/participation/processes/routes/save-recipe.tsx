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
import { saveOwnRecipe } from "../commands/save-own-recipe.server";
import { ownRecipeForm } from "../forms";
import { workOf } from "../queries/process-work.server";
import { setupMessages } from "../setup-messages";
import { textOf } from "../ui/process-fields";
import { WorkCrumbs } from "../ui/work-crumbs";
import type { Route } from "./+types/save-recipe";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => workOf(world, params));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id } = await workOf(world, params);
	const form = await readForm(request, ownRecipeForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await saveOwnRecipe(world, { processId: id, ...form.value });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${params.place}/verwaltung/beteiligung/neu#eigene`);
});

export default function SaveRecipe({ loaderData: process, actionData }: Route.ComponentProps) {
	const t = useText(setupMessages);
	const { errors, at } = useProblems(setupMessages, actionData?.refusals);
	return (
		<>
			<title>{`${t("ownRecipe.title")} – ${process.title}`}</title>
			<WorkCrumbs process={process} here={t("ownRecipe.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("ownRecipe.title")} above={process.title} lead={t("ownRecipe.lead")} />
			<Form>
				<TextField
					name="name"
					label={t("ownRecipe.name")}
					value={textOf(actionData?.typed.name)}
					error={at("name")}
					maxLength={120}
				/>
				<Button>{t("ownRecipe.button")}</Button>
			</Form>
		</>
	);
}
