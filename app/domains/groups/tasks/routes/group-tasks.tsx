import { Breadcrumb } from "~/design/breadcrumb";
import { ButtonRow, LinkButton } from "~/design/button";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../../messages";
import { managedPath } from "../../ui/group-crumbs";
import { taskMessages } from "../messages";
import { groupTasks } from "../queries/tasks.server";
import { TaskTable } from "../ui/task-table";
import type { Route } from "./+types/group-tasks";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	groupTasks(world, params),
);

/** The tasks of a group, for its members and those who work for its owner. */
export default function GroupTasks({ loaderData: { place, group, may, open, ended } }: Route.ComponentProps) {
	const t = useText(taskMessages);
	const words = useText(messages);
	return (
		<>
			<title>{t("list.titleOf", { group: group.name })}</title>
			<Breadcrumb
				entries={[
					{ label: place.name, href: `/o/${place.slug}` },
					{ label: words("list.title"), href: `/o/${place.slug}/arbeitskreise` },
					{ label: group.name, href: `/o/${place.slug}/arbeitskreise/${group.slug}` },
					{ label: t("list.title") },
				]}
			/>
			<PageTitle title={t("list.title")} above={group.name} lead={t("list.lead")}>
				{may.run && (
					<ButtonRow>
						<LinkButton href={`${managedPath(place.slug, group.slug)}/aufgaben/neu`}>{t("list.add")}</LinkButton>
					</ButtonRow>
				)}
			</PageTitle>
			<Section id="offen" title={t("list.open")}>
				<TaskTable tasks={open} />
			</Section>
			{ended.length > 0 && (
				<Section id="beendet" title={t("list.ended")}>
					<TaskTable tasks={ended} />
				</Section>
			)}
		</>
	);
}
