import { Badge, type BadgeTone } from "~/design/badge";
import { DataTable } from "~/design/data-table";
import { LocalDate } from "~/design/time";
import { useText } from "~/platform/i18n";
import { taskMessages } from "../messages";
import type { ListedTask } from "../queries/tasks.server";
import type { TaskState, Urgency } from "../task";

const tones: Record<TaskState, BadgeTone> = { open: "info", "under-way": "info", done: "success", dropped: "neutral" };

/** How far a task is, in a word; how near its day, where it is open. */
export function TaskBadges({ state, urgency }: { state: TaskState; urgency: Urgency | null }) {
	const t = useText(taskMessages);
	return (
		<>
			<Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>
			{urgency && urgency !== "later" && (
				<>
					{" "}
					<Badge tone={urgency === "overdue" ? "danger" : "warning"}>{t(`urgency.${urgency}`)}</Badge>
				</>
			)}
		</>
	);
}

/** Tasks as a table; with their groups where they are of several. */
export function TaskTable({ tasks, withGroup }: { tasks: readonly ListedTask[]; withGroup?: boolean }) {
	const t = useText(taskMessages);
	return (
		<DataTable
			caption={t("list.title")}
			captionHidden
			rows={tasks}
			rowKey={({ id }) => id}
			empty={<p>{t("list.none")}</p>}
			columns={[
				{
					key: "task",
					header: t("list.task"),
					rowHeader: true,
					cell: ({ title, href }) => <a href={href}>{title}</a>,
				},
				...(withGroup ? [{ key: "group", header: t("list.group"), cell: ({ group }: ListedTask) => group }] : []),
				{ key: "due", header: t("list.due"), cell: ({ dueOn }) => <LocalDate value={dueOn} /> },
				{
					key: "post",
					header: t("list.post"),
					cell: ({ post, member, hasMember }) =>
						hasMember ? `${post} (${t("forMember", { name: member ?? t("hiddenMember") })})` : post,
				},
				{
					key: "state",
					header: t("list.state"),
					cell: ({ state, urgency }) => <TaskBadges state={state} urgency={urgency} />,
				},
			]}
		/>
	);
}
