import { Breadcrumb } from "~/design/breadcrumb";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Columns, Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { SummaryList } from "~/design/summary-list";
import { TextArea } from "~/design/text-area";
import { LocalDate } from "~/design/time";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../../messages";
import { managedPath } from "../../ui/group-crumbs";
import { typedText } from "../../ui/typed";
import { reportOnTask } from "../commands/work.server";
import { reportForm } from "../forms";
import { taskMessages } from "../messages";
import { taskPage } from "../queries/tasks.server";
import { mayBecome, taskStates } from "../task";
import { TaskBadges } from "../ui/task-table";
import type { Route } from "./+types/task";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	task: await taskPage(world, { ...params, task: givenId(params.task) }),
	kept: await keptForm(world, request),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, reportForm);
	const task = await taskPage(world, { ...params, task: givenId(params.task) });
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await reportOnTask(world, { id: task.id, ...form.value });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${new URL(request.url).pathname}#verlauf`);
});

type Loaded = Route.ComponentProps["loaderData"]["task"];

/** One task: what, until when, who answers, how it goes on; those who work on it report here. */
export default function Task({ loaderData: { task, kept }, actionData }: Route.ComponentProps) {
	const t = useText(taskMessages);
	const words = useText(messages);
	const { dateTime } = useFormat();
	const { errors, at } = useProblems(taskMessages, actionData?.refusals);
	const typed = actionData?.typed ?? kept;
	const { place, group } = task;
	return (
		<>
			<title>{`${task.title} – ${t("kind")}`}</title>
			<Breadcrumb
				entries={[
					{ label: place.name, href: `/o/${place.slug}` },
					{ label: group.name, href: `/o/${place.slug}/arbeitskreise/${group.slug}` },
					...(task.inside
						? [{ label: t("list.title"), href: `/o/${place.slug}/arbeitskreise/${group.slug}/aufgaben` }]
						: []),
					{ label: task.title },
				]}
			/>
			<ErrorSummary errors={errors} />
			<PageTitle
				title={task.title}
				above={`${t("kind")} · ${group.name}`}
				state={<TaskBadges state={task.state} urgency={task.urgency} />}
			>
				{task.may.run && (
					<ButtonRow>
						<LinkButton look="secondary" href={`${managedPath(place.slug, group.slug)}/aufgaben/${task.id}`}>
							{t("change.title")}
						</LinkButton>
					</ButtonRow>
				)}
			</PageTitle>
			<Columns asideLabel={t("page.facts")} aside={<Facts task={task} />}>
				{task.text && <p className="gw-lines">{task.text}</p>}
				{task.inside && (
					<Section id="verlauf" title={t("page.progress")}>
						{task.notes.length === 0 ? (
							<p>{t("page.noProgress")}</p>
						) : (
							<ul>
								{task.notes.map((note) => (
									<li key={note.id}>
										<strong>{t("page.by", { name: note.by ?? words("erased"), at: dateTime(note.at) })}</strong>{" "}
										<TaskBadges state={note.state} urgency={null} />
										<p className="gw-lines">{note.text}</p>
									</li>
								))}
							</ul>
						)}
					</Section>
				)}
				{task.may.work && (
					<Section id="berichten" title={t("report.title")}>
						<Form draftKey={`task:${task.id}`}>
							<TextArea
								name="text"
								label={t("report.text")}
								rows={4}
								maxLength={5000}
								value={typedText(typed, "text")}
								error={at("text")}
							/>
							<Select
								name="state"
								label={t("report.state")}
								options={taskStates
									.filter((state) => mayBecome(task.state, state) && (state !== "dropped" || task.may.run))
									.map((state) => ({ value: state, label: t(`states.${state}`) }))}
								value={typedText(typed, "state", task.state)}
								error={at("state")}
							/>
							<Button>{t("report.send")}</Button>
						</Form>
					</Section>
				)}
			</Columns>
		</>
	);
}

function Facts({ task }: { task: Loaded }) {
	const t = useText(taskMessages);
	const { post, member, decision, meeting, place, group } = task;
	const cover = post.cover?.name ?? post.deputy?.name;
	const held = [post.holder ?? t("page.vacant"), ...(cover ? [t("page.standsIn", { name: cover })] : [])].join("; ");
	return (
		<Section id="angaben" title={t("page.facts")}>
			<SummaryList
				rows={[
					{ term: t("page.due"), value: <LocalDate value={task.dueOn} /> },
					{ term: t("page.post"), value: `${post.label}, ${post.organisation} (${held})` },
					...(member ? [{ term: t("page.member"), value: member.name ?? t("hiddenMember") }] : []),
					...(decision
						? [{ term: t("page.decision"), value: <a href={`/empfehlung/${decision.code}`}>{decision.title}</a> }]
						: []),
					...(meeting
						? [
								{
									term: t("page.meeting"),
									value: (
										<a href={`/o/${place.slug}/arbeitskreise/${group.slug}/sitzungen/${meeting.id}`}>{meeting.title}</a>
									),
								},
							]
						: []),
				]}
			/>
			<p>
				<a href={`/werdegang/task/${task.id}`}>{t("page.trace")}</a>
			</p>
		</Section>
	);
}
