import { Badge } from "~/design/badge";
import { ButtonRow, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { EmptyState } from "~/design/empty-state";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { Pagination } from "~/design/pagination";
import { PhoneLink } from "~/design/phone-link";
import { WorkCrumbs } from "~/domains/organisations";
import { houseAddress } from "~/platform/address.server";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { dayLookedAt } from "../days.server";
import { readFilter, withFilter, writeFilter } from "../filter";
import { messages } from "../messages";
import { mayKeepNetwork } from "../policy.server";
import { termChoices, typeChoices } from "../queries/choices.server";
import { listParties } from "../queries/party-list.server";
import { readersPlace } from "../queries/place-of-network.server";
import { staffMessages } from "../staff-messages";
import { NetworkFilterBar } from "../ui/network-filter";
import { NetworkTabs } from "../ui/network-tabs";
import type { Route } from "./+types/list";

const pageSize = 50;

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const query = new URL(request.url).searchParams;
	const place = await readersPlace(world, params.place);
	const filter = readFilter(query);
	const page = Math.min(1000, Math.max(1, Number.parseInt(query.get("seite") ?? "1", 10) || 1));
	const day = dayLookedAt(filter.day, world.now);
	return {
		place,
		filter,
		page,
		day: { text: day.text, isToday: day.isToday },
		mayKeep: mayKeepNetwork(world.actor, place),
		choices: { ...(await termChoices(world, place.ownerId)), types: await typeChoices(world, place.ownerId) },
		address: houseAddress(withFilter(`/o/${place.slug}/verwaltung/netzwerk`, filter)),
		...(await listParties(world, place.ownerId, filter, { page, size: pageSize })),
	};
});

/** Who is who: the list of a network on a day. */
export default function List({ loaderData }: Route.ComponentProps) {
	const { place, filter, page, day, mayKeep, choices, address, parties, total } = loaderData;
	const t = useText(staffMessages);
	const say = useText(messages);
	const { dateLong } = useFormat();
	const here = `/o/${place.slug}/verwaltung/netzwerk`;
	const query = writeFilter(filter);
	const tools = [
		{ path: "bestaetigen", label: t("list.confirmLink") },
		{ path: "menschen", label: t("list.peopleLink") },
		{ path: "doppelt", label: t("list.duplicatesLink") },
		{ path: "einlesen", label: t("list.importLink") },
		{ path: "arten", label: t("list.typesLink") },
	];
	return (
		<>
			<title>{`${t("list.title")} – ${place.name}`}</title>
			<WorkCrumbs place={place} entries={[{ label: t("list.title") }]} />
			<PageTitle title={t("list.title")} lead={t("list.lead")}>
				{mayKeep && (
					<ButtonRow>
						<LinkButton href={`${here}/neu/person`}>{t("list.newPerson")}</LinkButton>
						<LinkButton href={`${here}/neu/organisation`} look="secondary">
							{t("list.newOrganisation")}
						</LinkButton>
					</ButtonRow>
				)}
			</PageTitle>
			<NetworkTabs slug={place.slug} current="parties" filter={filter} />
			<NetworkFilterBar action={here} filter={filter} choices={choices} />
			{!day.isToday && <p>{t("list.asOf", { date: dateLong(day.text) })}</p>}
			<DataTable
				caption={t("list.caption")}
				captionHidden
				rows={parties}
				rowKey={({ id }) => id}
				columns={[
					{
						key: "name",
						header: t("list.name"),
						rowHeader: true,
						cell: ({ id, name, kind, sector }) => (
							<>
								<a href={`${here}/akteur/${id}${filter.day ? `?tag=${filter.day}` : ""}`}>{name}</a>
								<br />
								<span className="gw-muted gw-small">
									{say(`kinds.${kind}`)}
									{sector && ` · ${say(`sectors.${sector}`)}`}
								</span>
							</>
						),
					},
					{
						key: "ties",
						header: t("list.ties"),
						cell: ({ ties }) =>
							ties.length === 0 ? (
								"–"
							) : (
								<ul>
									{ties.map((tie) => (
										<li key={tie}>{tie}</li>
									))}
								</ul>
							),
					},
					{
						key: "contact",
						header: t("list.contact"),
						cell: ({ email, phone }) => (
							<>
								{email && <a href={`mailto:${email}`}>{email}</a>} {phone && <PhoneLink number={phone} />}
								{!email && !phone && "–"}
							</>
						),
					},
					{
						key: "confirmed",
						header: t("list.confirmed"),
						cell: ({ months, uncertain }) => (
							<>
								{t("list.age", { months })} {uncertain && <Badge tone="warning">{say("uncertain")}</Badge>}
							</>
						),
					},
				]}
				empty={
					<EmptyState title={t("list.none")}>
						<p>{t("list.noneText")}</p>
					</EmptyState>
				}
			/>
			<Pagination
				page={page}
				pageSize={pageSize}
				total={total}
				hrefFor={(number) => `${here}?${query ? `${query}&` : ""}seite=${number}`}
			/>
			<p className="gw-small">
				{t("list.address")} <a href={withFilter(here, filter)}>{address}</a>
				{!filter.day && ` ${t("list.addressDay")}`}
			</p>
			<ButtonRow>
				<LinkButton href={withFilter(`${here}/liste.xlsx`, filter)} look="secondary" download>
					{t("list.export")}
				</LinkButton>
				<LinkButton href={withFilter(`${here}/liste.csv`, filter)} look="secondary" download>
					{t("list.exportCsv")}
				</LinkButton>
			</ButtonRow>
			{mayKeep && (
				<Section id="arbeiten" title={t("list.tools")}>
					<ul>
						{tools.map(({ path, label }) => (
							<li key={path}>
								<a href={`${here}/${path}`}>{label}</a>
							</li>
						))}
					</ul>
				</Section>
			)}
		</>
	);
}
