import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { managedPath } from "../addresses";
import { importLetterCodes } from "../commands/letter-codes.server";
import { codesForm } from "../forms";
import { messages } from "../messages";
import { budgetForChange } from "../queries/managed.server";
import { ManagedCrumbs } from "../ui/budget-crumbs";
import { textOf } from "../ui/typed";
import type { Route } from "./+types/letter-codes";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	budgetForChange(world, params),
);

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id } = await budgetForChange(world, params);
	const form = await readForm(request, codesForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await importLetterCodes(world, { budgetId: id, text: form.value.codes });
	return outcome.done ? onward(`${managedPath(params)}#codes`) : again(form.typed, outcome.refusals);
});

export default function LetterCodes({ loaderData: budget, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	return (
		<>
			<title>{`${t("codes.title")} – ${budget.title}`}</title>
			<ManagedCrumbs budget={budget} here={t("managed.letters")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("codes.title")} above={budget.title} lead={t("codes.lead")} />
			<Form>
				<TextArea
					name="codes"
					label={t("codes.codes")}
					hint={t("codes.hint")}
					value={textOf(actionData?.typed.codes)}
					error={at("codes")}
					rows={12}
				/>
				<Button>{t("codes.take")}</Button>
			</Form>
			<p>{t("codes.paper")}</p>
		</>
	);
}
