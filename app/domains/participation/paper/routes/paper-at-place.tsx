import { Breadcrumb } from "~/design/breadcrumb";
import { EmptyState } from "~/design/empty-state";
import { PageTitle } from "~/design/page-title";
import { TaskList } from "~/design/task-list";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { paperPath } from "../addresses";
import { paperAtPlace } from "../queries/enter-page.server";
import { staffMessages } from "../staff-messages";
import type { Route } from "./+types/paper-at-place";

/** „Papierbogen eintippen“ from the page „Heute zu tun“: which process does it belong to? */
export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	paperAtPlace(world, params.place),
);

export default function PaperAtPlace({ loaderData: { place, processes } }: Route.ComponentProps) {
	const t = useText(staffMessages);
	return (
		<>
			<title>{`${t("at.title")} – ${place.name}`}</title>
			<Breadcrumb entries={[{ label: place.name, href: `/o/${place.slug}` }, { label: t("at.title") }]} />
			<PageTitle title={t("at.title")} above={place.name} lead={processes.length > 0 ? t("at.lead") : undefined} />
			{processes.length === 0 ? (
				<EmptyState title={t("at.none")}>
					<p>{t("at.noneText")}</p>
				</EmptyState>
			) : (
				<TaskList
					tasks={processes.flatMap(({ process, title, takes, surveys }) => [
						...(takes ? [{ title, href: paperPath({ place: place.slug, process }) }] : []),
						...surveys.map((survey) => ({
							title: t("at.survey", { title: survey.title }),
							hint: title,
							href: `/o/${place.slug}/verwaltung/beteiligung/${process}/umfrage/${survey.position}/eingeben`,
						})),
					])}
				/>
			)}
		</>
	);
}
