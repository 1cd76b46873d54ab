import { z } from "zod";
import { Alert } from "~/design/alert";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { TextArea } from "~/design/text-area";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields, type Typed } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useFormat, useText } from "~/platform/i18n";
import { readRichText } from "~/platform/rich-text/read.server";
import type { World } from "~/platform/world.server";
import { changeProject } from "../commands/change-project.server";
import { confirmProject, moveProject, publishProject } from "../commands/keep-project.server";
import { changeForm, confirmForm, detailsFrom, moveForm } from "../forms";
import { messages } from "../messages";
import { isOver } from "../project";
import { managedProject } from "../queries/find-project.server";
import { managePage } from "../queries/managed-projects.server";
import { staffMessages } from "../staff-messages";
import { ProjectFields, textIn } from "../ui/project-fields";
import { ProjectStageBadge } from "../ui/stage-badge";
import type { Route } from "./+types/manage";

const toldWords = { eingetragen: "added", gespeichert: "saved", veroeffentlicht: "published" } as const;
type Told = keyof typeof toldWords;

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const query = new URL(request.url).searchParams;
	const told = (Object.keys(toldWords) as Told[]).find((word) => query.has(word)) ?? null;
	return { ...(await managePage(world, params)), told, kept: await keptForm(world, request) };
});

const actOf = z.enum(["details", "publish", "confirm", "move"]).catch("details");

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id, code } = await managedProject(world, params);
	const here = `/o/${params.place}/verwaltung/vorhaben/${code}`;
	const fields = await formFields(request);
	const act = actOf.parse(fields.get("act"));
	if (act === "publish") {
		const outcome = await publishProject(world, { id });
		return outcome.done ? onward(`${here}?veroeffentlicht`) : again({}, outcome.refusals);
	}
	if (act === "confirm") {
		const form = readFields(request, fields, confirmForm);
		if (!form.valid) return again(form.typed, form.refusals);
		const outcome = await confirmProject(world, { id, revision: form.value.revision });
		return outcome.done ? onward(`${here}?gespeichert`) : again({}, outcome.refusals);
	}
	if (act === "move") {
		const form = readFields(request, fields, moveForm);
		if (!form.valid) return again(form.typed, form.refusals);
		const outcome = await moveProject(world, { id, ...form.value });
		return outcome.done ? onward(`${here}?gespeichert`) : again(form.typed, outcome.refusals);
	}
	const form = readFields(request, fields, changeForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const description = readRichText(fields, "description");
	if (!description.done) return again(form.typed, description.refusals);
	const { revision, ...details } = form.value;
	const outcome = await changeProject(world, { ...detailsFrom(details), description: description.value, id, revision });
	return outcome.done ? onward(`${here}?gespeichert`) : again(form.typed, outcome.refusals);
});

type Loaded = Route.ComponentProps["loaderData"];
type Problems = ReturnType<typeof useProblems>;

export default function Manage({ loaderData: project, actionData }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const problems = useProblems(messages, actionData?.refusals);
	const { place, title, told, kept, values } = project;
	// each form answers with its own fields; the others show what is stored
	const typed: Typed = actionData?.typed ?? kept ?? {};
	const shown: Typed = typed.title === undefined ? values : typed;
	const isEnded = isOver(project.stage);
	return (
		<>
			<title>{`${title} – ${place.name}`}</title>
			<WorkCrumbs
				place={place}
				entries={[{ label: t("list.title"), href: `/o/${place.slug}/verwaltung/vorhaben` }, { label: title }]}
			/>
			{told && !actionData && <Alert tone="success" title={t(`manage.${toldWords[told]}`)} live />}
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={title} above={place.name} state={<ProjectStageBadge stage={project.stage} />}>
				<ButtonRow>
					<LinkButton href={`/vorhaben/${project.code}`} look="secondary">
						{t("manage.public")}
					</LinkButton>
				</ButtonRow>
			</PageTitle>
			<Next project={project} />
			{isEnded ? (
				<p>{t("manage.over")}</p>
			) : (
				<>
					<Stage project={project} typed={typed} problems={problems} />
					<Section id="angaben" title={t("form.editTitle")}>
						<Form
							hidden={{ act: "details", revision: textIn(shown, "revision") || textIn(values, "revision") }}
							draftKey={`project:${project.code}`}
						>
							<ProjectFields values={shown} problems={problems} posts={project.posts} processes={project.processes} />
							<Button>{t("form.save")}</Button>
						</Form>
					</Section>
				</>
			)}
		</>
	);
}

function Next({ project }: { project: Loaded }) {
	const t = useText(staffMessages);
	const { date } = useFormat();
	const { place, code, reviewDueOn } = project;
	return (
		<Section id="naechstes" title={t("manage.next")}>
			{project.isPublic ? (
				<p>{t("manage.isPublic")}</p>
			) : project.may.publish ? (
				<>
					<p>{t("manage.publishText")}</p>
					<Form id="zeigen" hidden={{ act: "publish" }} inline>
						<Button>{t("manage.publish")}</Button>
					</Form>
				</>
			) : (
				<p>{t("manage.waits")}</p>
			)}
			{reviewDueOn && (
				<>
					<h3>{t("manage.review")}</h3>
					<p>
						{project.due
							? t("manage.reviewDue", { date: date(project.confirmedAt) })
							: t("manage.reviewText", { date: date(project.confirmedAt), due: date(reviewDueOn) })}
					</p>
					<Form
						id="aktuell"
						hidden={{ act: "confirm", project: code, revision: textIn(project.values, "revision") }}
						inline
					>
						<Button look="secondary">{t("list.confirm")}</Button>
					</Form>
				</>
			)}
			{project.isPublic && (
				<ul>
					<li>
						<a href={`/o/${place.slug}/verwaltung/beschluesse/neu?aus=project:${project.id}`}>
							{t("manage.resolution")}
						</a>
					</li>
					<li>
						<a href={`/o/${place.slug}/verwaltung/massnahmen/neu?aus=project:${project.id}`}>{t("manage.measure")}</a>
					</li>
				</ul>
			)}
			{(project.request === "open" || project.request === "reached") && (
				<>
					<h3>{t("manage.request")}</h3>
					<p>{t("manage.requestText", { count: project.wishes, threshold: project.threshold })}</p>
					{project.request === "reached" && (
						<LinkButton href={`/o/${place.slug}/verwaltung/vorhaben/${code}/antwort`}>{t("manage.answer")}</LinkButton>
					)}
				</>
			)}
		</Section>
	);
}

function Stage({ project, typed, problems }: { project: Loaded; typed: Typed; problems: Problems }) {
	const t = useText(staffMessages);
	const words = useText(messages);
	return (
		<Section id="stand" title={t("manage.stage")}>
			<Form id="stand-form" hidden={{ act: "move", from: project.stage }}>
				<Select
					name="to"
					label={t("manage.move")}
					value={textIn(typed, "to")}
					error={problems.at("to")}
					options={project.next.map((value) => ({ value, label: words(`stages.${value}`) }))}
				/>
				<TextArea
					name="note"
					label={t("manage.note")}
					hint={t("manage.noteHint")}
					value={textIn(typed, "note")}
					error={problems.at("note")}
					rows={3}
					optional
				/>
				<Button look="secondary">{t("manage.moveSave")}</Button>
			</Form>
		</Section>
	);
}
