import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { TaskList } from "~/design/task-list";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { myReviews } from "../../recommendations/queries/due-reviews.server";
import { taskMessages } from "../messages";
import { myTasks } from "../queries/tasks.server";
import { TaskTable } from "../ui/task-table";
import type { Route } from "./+types/my-tasks";

export const loader = conduct(async ({ world }: Route.LoaderArgs & { world: World }) => ({
	tasks: await myTasks(world),
	reviews: await myReviews(world),
}));

/** What working groups gave to the posts of this reader, or to them as a member: tasks and due reviews. */
export default function MyTasks({ loaderData: { tasks, reviews } }: Route.ComponentProps) {
	const t = useText(taskMessages);
	const { dateLong } = useFormat();
	return (
		<>
			<title>{`${t("mine.title")} – Gemeinwerk`}</title>
			<PageTitle title={t("mine.title")} lead={t("mine.lead")} />
			<Section id="aufgaben" title={t("mine.tasks")}>
				<TaskTable tasks={tasks} withGroup />
			</Section>
			<Section id="ueberpruefungen" title={t("mine.reviews")}>
				{reviews.length === 0 ? (
					<p>{t("mine.noReviews")}</p>
				) : (
					<TaskList
						label={t("mine.reviews")}
						tasks={reviews.map(({ code, title, group, dueOn }) => ({
							title,
							href: `/empfehlung/${code}#ueberpruefung`,
							hint: `${group}, ${t("mine.reviewDue", { day: dateLong(dueOn) })}`,
						}))}
					/>
				)}
			</Section>
		</>
	);
}
