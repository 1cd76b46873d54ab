import { Button } from "~/design/button";
import { CheckboxGroup } from "~/design/choice-group";
import { EmptyState } from "~/design/empty-state";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { ManagedBoxCrumbs } from "../../ballots/ui/box-crumbs";
import { managedPath } from "../addresses";
import { takeUpContributions } from "../commands/projects.server";
import { takeUpForm } from "../forms";
import { messages } from "../messages";
import { contributionsToTakeUp } from "../queries/managed.server";
import type { Route } from "./+types/take-up";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	contributionsToTakeUp(world, params),
);

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id } = await contributionsToTakeUp(world, params);
	const form = await readForm(request, takeUpForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await takeUpContributions(world, { budgetId: id, contributionIds: form.value.contribution });
	return outcome.done ? onward(managedPath(params)) : again(form.typed, outcome.refusals);
});

export default function TakeUp({ loaderData: budget, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	return (
		<>
			<title>{`${t("takeUp.title")} – ${budget.title}`}</title>
			<ManagedBoxCrumbs box={budget} list={t("managed.list")} here={t("takeUp.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("takeUp.title")} above={budget.title} lead={t("takeUp.lead")} />
			{budget.contributions.length === 0 ? (
				<EmptyState title={t("takeUp.empty")} />
			) : (
				<Form>
					<CheckboxGroup
						name="contribution"
						label={t("takeUp.choose")}
						error={at("contribution")}
						values={[actionData?.typed.contribution ?? []].flat()}
						choices={budget.contributions.map(({ id, number, title, supports }) => ({
							value: id,
							label: `${number}: ${title}`,
							hint: t("takeUp.supports", { count: supports }),
						}))}
					/>
					<Button>{t("takeUp.take")}</Button>
				</Form>
			)}
		</>
	);
}
