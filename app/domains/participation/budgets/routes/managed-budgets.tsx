import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { EmptyState } from "~/design/empty-state";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { conduct, onward } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { BoxStateBadge } from "../../ballots/ui/box-words";
import { managedPath } from "../addresses";
import { addBudget } from "../commands/set-up.server";
import { managedBudgets } from "../queries/managed.server";
import { staffMessages } from "../staff-messages";
import type { Route } from "./+types/managed-budgets";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	managedBudgets(world, params),
);

export const action = conduct(async ({ world, params }: Route.ActionArgs & { world: World }) => {
	const { process } = await managedBudgets(world, params);
	const outcome = await addBudget(world, { processId: process.id });
	return onward(managedPath({ ...params, ...(outcome.done && { budget: outcome.value.position }) }));
});

export default function ManagedBudgets({ loaderData, params }: Route.ComponentProps) {
	const { process, place, budgets, may } = loaderData;
	const staff = useText(staffMessages);
	const { money } = useFormat();
	return (
		<>
			<title>{`${staff("managed.list")} – ${process.title}`}</title>
			<Breadcrumb
				entries={[
					{ label: place.name, href: `/o/${place.slug}` },
					{ label: process.title, href: `/o/${place.slug}/verwaltung/beteiligung/${process.slug}` },
					{ label: staff("managed.list") },
				]}
			/>
			<PageTitle title={staff("managed.list")} above={process.title} lead={staff("managed.lead")} />
			<DataTable
				caption={staff("managed.list")}
				captionHidden
				rows={budgets}
				rowKey={({ number }) => String(number)}
				empty={<EmptyState title={staff("managed.empty")} />}
				columns={[
					{
						key: "title",
						header: staff("managed.list"),
						rowHeader: true,
						cell: ({ number, title }) => <a href={managedPath({ ...params, budget: number })}>{title}</a>,
					},
					{
						key: "amount",
						header: staff("managed.amount"),
						numeric: true,
						cell: ({ amountCents }) => (amountCents > 0n ? money(amountCents) : staff("managed.noAmount")),
					},
					{ key: "projects", header: staff("managed.projects"), numeric: true, cell: ({ projects }) => projects },
					{
						key: "state",
						header: staff("managed.state"),
						cell: ({ state }) => <BoxStateBadge state={state} />,
					},
				]}
			/>
			{may.add && (
				<Form inline>
					<Button look={budgets.length > 0 ? "secondary" : "primary"}>{staff("managed.add")}</Button>
				</Form>
			)}
		</>
	);
}
