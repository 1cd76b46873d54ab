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
import { contributionsToTakeUp } from "../queries/managed.server";
import { staffMessages } from "../staff-messages";
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
	const staff = useText(staffMessages);
	const { errors, at } = useProblems(staffMessages, actionData?.refusals);
	return (
		<>
			<title>{`${staff("takeUp.title")} – ${budget.title}`}</title>
			<ManagedBoxCrumbs box={budget} list={staff("managed.list")} here={staff("takeUp.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={staff("takeUp.title")} above={budget.title} lead={staff("takeUp.lead")} />
			{budget.contributions.length === 0 ? (
				<EmptyState title={staff("takeUp.empty")} />
			) : (
				<Form>
					<CheckboxGroup
						name="contribution"
						label={staff("takeUp.choose")}
						error={at("contribution")}
						values={[actionData?.typed.contribution ?? []].flat()}
						choices={budget.contributions.map(({ id, number, title, supports }) => ({
							value: id,
							label: `${number}: ${title}`,
							hint: staff("takeUp.supports", { count: supports }),
						}))}
					/>
					<Button>{staff("takeUp.take")}</Button>
				</Form>
			)}
		</>
	);
}
