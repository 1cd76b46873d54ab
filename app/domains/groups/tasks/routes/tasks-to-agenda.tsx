import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { LocalDate } from "~/design/time";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { textFor, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { managedMeeting } from "../../queries/managed-groups.server";
import { GroupCrumbs, managedPath } from "../../ui/group-crumbs";
import { tasksToAgenda } from "../commands/to-agenda.server";
import { taskMessages } from "../messages";
import { dueForMeeting } from "../queries/agenda-tasks.server";
import type { Route } from "./+types/tasks-to-agenda";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { id, title, place, group } = await managedMeeting(world, { ...params, meeting: givenId(params.meeting) });
	return { id, title, place, group, due: await dueForMeeting(world, id) };
});

export const action = conduct(async ({ world, params }: Route.ActionArgs & { world: World }) => {
	const meeting = await managedMeeting(world, { ...params, meeting: givenId(params.meeting) });
	const t = textFor("de", taskMessages);
	const outcome = await tasksToAgenda(world, { meetingId: meeting.id, itemTitle: t("agenda.item") });
	if (!outcome.done) return again({}, outcome.refusals);
	return onward(`${managedPath(params.place, params.group)}/sitzungen/${meeting.id}#tagesordnung`);
});

/** Takes tasks that are due over into the agenda of a meeting. */
export default function TasksToAgenda({ loaderData: { due, ...meeting }, actionData }: Route.ComponentProps) {
	const t = useText(taskMessages);
	const { errors } = useProblems(taskMessages, actionData?.refusals);
	return (
		<>
			<title>{`${t("agenda.title")} – ${meeting.title}`}</title>
			<GroupCrumbs place={meeting.place} group={meeting.group} meeting={meeting} last={t("agenda.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle
				title={t("agenda.title")}
				above={meeting.title}
				lead={due.length > 0 ? t("agenda.text", { count: due.length }) : t("agenda.none")}
			/>
			{due.length > 0 && (
				<>
					<ul>
						{due.map(({ id, title, dueOn }) => (
							<li key={id}>
								{title} (<LocalDate value={dueOn} />)
							</li>
						))}
					</ul>
					<Form>
						<Button>{t("agenda.put")}</Button>
					</Form>
				</>
			)}
		</>
	);
}
