import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { EmptyState } from "~/design/empty-state";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { conduct, onward } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { managedBoxPath } from "../../ballots/addresses";
import { BoxStateBadge } from "../../ballots/ui/box-words";
import { addVote } from "../commands/set-up.server";
import { messages } from "../messages";
import { managedVotes } from "../queries/managed.server";
import { staffMessages } from "../staff-messages";
import type { Route } from "./+types/managed-votes";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	managedVotes(world, params),
);

export const action = conduct(async ({ world, params }: Route.ActionArgs & { world: World }) => {
	const { process } = await managedVotes(world, params);
	const outcome = await addVote(world, { processId: process.id });
	return onward(managedBoxPath({ ...params, kind: "vote", ...(outcome.done && { position: outcome.value.position }) }));
});

export default function ManagedVotes({ loaderData }: Route.ComponentProps) {
	const { process, place, votes, may } = loaderData;
	const t = useText(messages);
	const s = useText(staffMessages);
	return (
		<>
			<title>{`${s("list.title")} – ${process.title}`}</title>
			<Breadcrumb
				entries={[
					{ label: place.name, href: `/o/${place.slug}` },
					{ label: process.title, href: `/o/${place.slug}/verwaltung/beteiligung/${process.slug}` },
					{ label: s("list.title") },
				]}
			/>
			<PageTitle title={s("list.title")} above={process.title} lead={s("list.lead")} />
			<DataTable
				caption={s("list.title")}
				captionHidden
				rows={votes}
				rowKey={({ number }) => String(number)}
				empty={<EmptyState title={s("list.empty")} />}
				columns={[
					{
						key: "title",
						header: s("list.name"),
						rowHeader: true,
						cell: ({ title, managed }) => <a href={managed}>{title}</a>,
					},
					{ key: "kind", header: s("list.kind"), cell: ({ settings }) => t(`kinds.${settings.kind}`) },
					{ key: "options", header: s("list.options"), numeric: true, cell: ({ options }) => options.length },
					{ key: "state", header: s("list.state"), cell: ({ state }) => <BoxStateBadge state={state} /> },
				]}
			/>
			{may.add && (
				<Form inline>
					<Button look={votes.length > 0 ? "secondary" : "primary"}>{s("list.add")}</Button>
				</Form>
			)}
		</>
	);
}
