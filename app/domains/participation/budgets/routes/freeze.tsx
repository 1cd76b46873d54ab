import { Button } from "~/design/button";
import { Checkbox } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { managedPath } from "../addresses";
import { freezeBudget } from "../commands/freeze.server";
import { freezeForm } from "../forms";
import { messages } from "../messages";
import { managedBudget } from "../queries/managed.server";
import { ManagedCrumbs } from "../ui/budget-crumbs";
import { BallotWords, RuleWords } from "../ui/rule-words";
import type { Route } from "./+types/freeze";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const budget = await managedBudget(world, params);
	if (!budget.may.change) throw onward(managedPath(params));
	return budget;
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id } = await managedBudget(world, params);
	const form = await readForm(request, freezeForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await freezeBudget(world, { id });
	return outcome.done ? onward(managedPath(params)) : again(form.typed, outcome.refusals);
});

export default function Freeze({ loaderData: budget, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const { money } = useFormat();
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const feasible = budget.projects.filter(({ feasibility }) => feasibility === "feasible");
	return (
		<>
			<title>{`${t("freeze.title")} – ${budget.title}`}</title>
			<ManagedCrumbs budget={budget} here={t("managed.freeze")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("freeze.title")} above={budget.title} lead={t("freeze.lead")} />
			<Section id="regel" title={t("freeze.summary")}>
				<ul>
					<li>
						{t("managed.amount")}: {money(budget.amountCents)}
					</li>
					<li>
						{t("freeze.projects", { count: feasible.length })}
						<ul>
							{feasible.map(({ id, number, title, costCents }) => (
								<li key={id}>
									{number}. {title}: {money(costCents ?? 0n)}
								</li>
							))}
						</ul>
					</li>
				</ul>
				<BallotWords budget={budget} />
				<RuleWords budget={budget} hasGroups={false} />
			</Section>
			<Form>
				<Checkbox name="understood" label={t("freeze.understood")} error={at("understood")} />
				<Button>{t("freeze.freeze")}</Button>
			</Form>
		</>
	);
}
