import { ErrorSummary } from "~/design/error-summary";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { freezeForm } from "../../ballots/forms";
import { staffMessages as ballotStaffMessages } from "../../ballots/staff-messages";
import { ManagedBoxCrumbs } from "../../ballots/ui/box-crumbs";
import { FreezeForm } from "../../ballots/ui/freeze-form";
import { managedPath } from "../addresses";
import { freezeBudget } from "../commands/freeze.server";
import { managedBudget } from "../queries/managed.server";
import { staffMessages } from "../staff-messages";
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
	const staff = useText(staffMessages);
	const b = useText(ballotStaffMessages);
	const { money } = useFormat();
	const { errors, at } = useProblems(staffMessages, actionData?.refusals);
	const feasible = budget.projects.filter(({ feasibility }) => feasibility === "feasible");
	return (
		<>
			<title>{`${b("freeze.pageTitle")} – ${budget.title}`}</title>
			<ManagedBoxCrumbs box={budget} list={staff("managed.list")} here={b("freeze.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={b("freeze.pageTitle")} above={budget.title} lead={b("freeze.lead")} />
			<Section id="regel" title={b("freeze.summary")}>
				<ul>
					<li>
						{staff("managed.amount")}: {money(budget.amountCents)}
					</li>
					<li>
						{staff("managed.feasible", { count: feasible.length })}
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
			<FreezeForm error={at("understood")} />
		</>
	);
}
