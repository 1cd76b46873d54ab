import { Breadcrumb } from "~/design/breadcrumb";
import { Card, CardList } from "~/design/card";
import { PageTitle } from "~/design/page-title";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { placeWork } from "../queries/place-start.server";
import { messages } from "../work-messages";
import type { Route } from "./+types/administration";

export const loader = conduct(({ world, params }: Route.LoaderArgs & { world: World }) =>
	placeWork(world, params.place),
);

/** Where the work of a place's staff begins; later domains add theirs. */
export default function Administration({ loaderData: { place, work, administers } }: Route.ComponentProps) {
	const t = useText(messages);
	const home = `/o/${place.slug}`;
	const here = `${home}/verwaltung`;
	const own = administers ? (["place", "posts", "organisations", "terms"] as const) : [];
	const paths = { place: "ort", posts: "stellen", organisations: "organisationen", terms: "gliederung" };
	const entries = [
		...work,
		...own.map((key) => ({
			href: `${here}/${paths[key]}`,
			label: t(`administration.${key}`),
			text: t(`administration.${key}Text`),
		})),
		{
			href: `${home}/beteiligung`,
			label: t("administration.participation"),
			text: t("administration.participationText"),
		},
		{ href: "/vertretungen", label: t("administration.deputies"), text: t("administration.deputiesText") },
	];
	return (
		<>
			<title>{`${t("administration.title")} – ${place.name}`}</title>
			<Breadcrumb entries={[{ label: place.name, href: home }, { label: t("administration.title") }]} />
			<PageTitle title={t("administration.title")} above={place.name} lead={t("administration.lead")} />
			<CardList>
				{entries.map((entry) => (
					<Card key={entry.href} level={2} title={entry.label} href={entry.href}>
						<p>{entry.text}</p>
					</Card>
				))}
			</CardList>
		</>
	);
}
