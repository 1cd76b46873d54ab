import { Button } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { DateField } from "~/design/date-field";
import { EmptyState } from "~/design/empty-state";
import { FormScope, filterScope } from "~/design/field";
import { PageTitle } from "~/design/page-title";
import { WorkCrumbs } from "~/domains/organisations";
import { isDay } from "~/platform/day";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { dayLookedAt } from "../days.server";
import { bridgesOf } from "../queries/network-view.server";
import { readersPlace } from "../queries/place-of-network.server";
import { staffMessages } from "../staff-messages";
import { NetworkTabs } from "../ui/network-tabs";
import type { Route } from "./+types/bridges";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const place = await readersPlace(world, params.place);
	const given = new URL(request.url).searchParams.get("tag") ?? "";
	const day = isDay(given) ? given : null;
	return {
		place,
		day: dayLookedAt(day, world.now).text,
		bridges: await bridgesOf(world, place.ownerId, day),
	};
});

/** Organisations that are reached through one person only. */
export default function Bridges({ loaderData: { place, day, bridges } }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const { dateLong } = useFormat();
	const here = `/o/${place.slug}/verwaltung/netzwerk`;
	return (
		<>
			<title>{`${t("bridges.title")} – ${place.name}`}</title>
			<WorkCrumbs place={place} entries={[{ label: t("list.title"), href: here }, { label: t("bridges.title") }]} />
			<PageTitle title={t("bridges.title")} lead={t("bridges.lead")} />
			<NetworkTabs slug={place.slug} current="bridges" />
			<FormScope value={filterScope}>
				<form method="get" action={`${here}/bruecken`} className="gw-form">
					<DateField name="tag" label={t("filter.day")} value={day} />
					<Button look="secondary">{t("picture.show")}</Button>
				</form>
			</FormScope>
			<DataTable
				caption={t("bridges.caption", { date: dateLong(day) })}
				rows={bridges}
				rowKey={({ id }) => id}
				columns={[
					{
						key: "person",
						header: t("bridges.person"),
						rowHeader: true,
						cell: ({ id, name }) => <a href={`${here}/akteur/${id}`}>{name}</a>,
					},
					{
						key: "organisations",
						header: t("bridges.organisations"),
						cell: ({ organisations, more }) => (
							<ul>
								{organisations.map(({ id, name }) => (
									<li key={id}>
										<a href={`${here}/akteur/${id}`}>{name}</a>
									</li>
								))}
								{more > 0 && <li>{t("bridges.more", { count: more })}</li>}
							</ul>
						),
					},
				]}
				empty={
					<EmptyState title={t("bridges.none")}>
						<p>{t("bridges.noneText")}</p>
					</EmptyState>
				}
			/>
		</>
	);
}
