import { Breadcrumb } from "~/design/breadcrumb";
import { ButtonRow, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { EmptyState } from "~/design/empty-state";
import { PageTitle } from "~/design/page-title";
import { placeOf } from "~/domains/organisations/index.server";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { afterMessages } from "../afterwards/after-messages";
import { followMessages } from "../costs/follow-messages";
import { editingMessages } from "../drafting/editing-messages";
import { messages } from "../messages";
import { managedAgreements } from "../queries/lists.server";
import { messages as templateMessages } from "../templates/messages";
import { StateBadge } from "../ui/state-badge";
import type { Route } from "./+types/manage";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const place = await placeOf(world, params.place);
	const agreements = await managedAgreements(world, place.organisationId);
	return {
		place: { slug: place.slug, name: place.name },
		// Own ones lead to where they are made, others to where they are read.
		agreements: agreements.map(({ ownerId, ...agreement }) => ({
			...agreement,
			href:
				ownerId === place.organisationId
					? `/o/${place.slug}/verwaltung/vereinbarungen/${agreement.code}`
					: `/vereinbarungen/${agreement.code}`,
		})),
	};
});

export default function Manage({ loaderData: { place, agreements } }: Route.ComponentProps) {
	const t = useText(editingMessages);
	const say = useText(messages);
	const templates = useText(templateMessages);
	const follow = useText(followMessages);
	const after = useText(afterMessages);
	const begin = (
		<LinkButton href={`/o/${place.slug}/verwaltung/vereinbarungen/neu`} icon="add">
			{t("manage.start")}
		</LinkButton>
	);
	return (
		<>
			<title>{`${t("manage.title")} – ${place.name}`}</title>
			<Breadcrumb entries={[{ label: place.name, href: `/o/${place.slug}` }, { label: t("manage.title") }]} />
			<PageTitle title={t("manage.title")}>
				<ButtonRow>
					{agreements.length > 0 && begin}
					<LinkButton href={`/o/${place.slug}/verwaltung/vereinbarungen/muster`} look="secondary">
						{templates("list.title")}
					</LinkButton>
					<LinkButton href={`/o/${place.slug}/verwaltung/vereinbarungen/vertretung`} look="secondary">
						{t("manage.authority")}
					</LinkButton>
					<LinkButton href={`/o/${place.slug}/verwaltung/vereinbarungen/formregeln`} look="secondary">
						{t("manage.rules")}
					</LinkButton>
					<LinkButton href={`/o/${place.slug}/verwaltung/vereinbarungen/zahlungen`} look="secondary">
						{follow("cash.link")}
					</LinkButton>
					<LinkButton href={`/o/${place.slug}/verwaltung/vereinbarungen/radar`} look="secondary">
						{after("radar")}
					</LinkButton>
					<LinkButton href={`/o/${place.slug}/verwaltung/vereinbarungen/bestand`} look="secondary">
						{after("existing")}
					</LinkButton>
				</ButtonRow>
			</PageTitle>
			<DataTable
				caption={t("manage.caption")}
				rows={agreements}
				rowKey={({ code }) => code}
				empty={
					<EmptyState title={t("manage.empty")} action={begin}>
						{t("manage.emptyText")}
					</EmptyState>
				}
				columns={[
					{ key: "number", header: say("page.number"), cell: ({ number }) => number },
					{
						key: "title",
						header: say("list.name"),
						rowHeader: true,
						cell: ({ href, title }) => <a href={href}>{title}</a>,
					},
					{ key: "parties", header: say("list.parties"), cell: ({ parties }) => parties.join(", ") },
					{ key: "state", header: say("list.state"), cell: ({ state }) => <StateBadge state={state} /> },
				]}
			/>
		</>
	);
}
