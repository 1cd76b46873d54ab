import { Alert } from "~/design/alert";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { EmptyState } from "~/design/empty-state";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TaskList } from "~/design/task-list";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { describeSurvey, moveQuestion, removeQuestion } from "../commands/edit-survey.server";
import { describeForm, orderForm } from "../forms";
import { messages } from "../messages";
import { managedSurvey } from "../queries/survey-pages.server";
import { pagesOf, type Question, questionKinds } from "../question";
import { staffMessages } from "../staff-messages";
import { StaffSurveyCrumbs } from "../ui/survey-crumbs";
import type { Route } from "./+types/manage";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	managedSurvey(world, params),
);

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id, staffPath } = await managedSurvey(world, params);
	const fields = await formFields(request);
	if (fields.has("act")) {
		const order = readFields(request, fields, orderForm);
		if (!order.valid) return again(order.typed, order.refusals);
		const { act, key } = order.value;
		const outcome = await (act === "remove"
			? removeQuestion(world, { surveyId: id, key })
			: moveQuestion(world, { surveyId: id, key, up: act === "up" }));
		return outcome.done ? onward(`${staffPath}#fragen`) : again({}, outcome.refusals);
	}
	const form = readFields(request, fields, describeForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await describeSurvey(world, { id, ...form.value });
	return outcome.done ? onward(staffPath) : again(form.typed, outcome.refusals);
});

export default function Manage({ loaderData: survey, actionData }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const m = useText(messages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const typed = (name: "title" | "intro") => {
		const value = actionData?.typed[name];
		return typeof value === "string" ? value : survey[name];
	};
	const path = survey.staffPath;
	const open = survey.texts.filter(({ state }) => state === "open").length;
	return (
		<>
			<title>{`${survey.title} – ${survey.process.title}`}</title>
			<StaffSurveyCrumbs head={survey} />
			<ErrorSummary errors={errors} />
			<PageTitle title={survey.title} above={survey.process.title} />
			{survey.isFrozen && (
				<Alert tone="info" title={t("staff.frozen")}>
					<p>{t("staff.frozenText")}</p>
				</Alert>
			)}
			<Section id="fragen" title={t("staff.questions")}>
				<Questions
					questions={survey.questions}
					path={path}
					mayOrder={survey.mayManage && !survey.isFrozen}
					mayChange={survey.mayManage}
				/>
				{survey.mayManage && !survey.isFrozen && (
					<Section id="hinzufuegen" title={t("staff.addQuestion")} level={3}>
						<ButtonRow>
							{questionKinds.map((kind) => (
								<LinkButton key={kind} look="secondary" small href={`${path}/frage/neu?art=${kind}`}>
									{m(`kinds.${kind}`)}
								</LinkButton>
							))}
						</ButtonRow>
					</Section>
				)}
			</Section>
			{survey.mayManage && (
				<Section id="angaben" title={t("staff.about")}>
					<Form>
						<TextField name="title" label={t("staff.title")} value={typed("title")} error={at("title")} />
						<TextArea
							name="intro"
							label={t("staff.intro")}
							value={typed("intro")}
							error={at("intro")}
							optional
							rows={4}
						/>
						<Button>{t("staff.save")}</Button>
					</Form>
				</Section>
			)}
			<Section id="weiteres" title={t("staff.more")}>
				<TaskList
					tasks={[
						{ title: t("staff.preview"), href: `${survey.path}/bogen` },
						...(survey.mayManage
							? [
									{
										title: t("letters.title"),
										href: `${path}/wer-antwortet`,
										state: <span>{t(`letters.${survey.electorate}`)}</span>,
									},
								]
							: []),
						{ title: t("staff.enter"), href: `${path}/eingeben` },
						...(survey.mayManage
							? [{ title: t("staff.texts"), href: `${path}/texte`, state: <span>{open}</span> }]
							: []),
						{ title: t("staff.results"), href: `${survey.path}/ergebnis`, state: <span>{survey.answers}</span> },
						...(survey.mayManage ? [{ title: t("staff.tell"), href: `${path}/mitteilung` }] : []),
					]}
				/>
			</Section>
		</>
	);
}

function Questions(props: { questions: readonly Question[]; path: string; mayOrder: boolean; mayChange: boolean }) {
	const t = useText(staffMessages);
	const m = useText(messages);
	const { questions, path, mayOrder, mayChange } = props;
	const pages = pagesOf(questions);
	return (
		<DataTable
			caption={t("staff.questions")}
			captionHidden
			rows={questions}
			rowKey={({ key }) => key}
			empty={<EmptyState title={t("staff.noQuestions")} />}
			columns={[
				{
					key: "title",
					header: t("staff.question"),
					rowHeader: true,
					cell: ({ key, title }) => (mayChange ? <a href={`${path}/frage/${key}`}>{title}</a> : title),
				},
				{ key: "kind", header: t("staff.kind"), cell: ({ kind }) => m(`kinds.${kind}`) },
				{
					key: "page",
					header: t("staff.page"),
					numeric: true,
					cell: (question) => pages.findIndex((page) => page.includes(question)) + 1,
				},
				...(mayOrder
					? [
							{
								key: "order",
								header: t("staff.order"),
								cell: ({ key, title }: Question) => (
									<Form inline id={`ordnen-${key}`} hidden={{ key }}>
										<ButtonRow>
											<Button small look="tertiary" name="act" value="up" label={`${t("staff.up")}: ${title}`}>
												{t("staff.up")}
											</Button>
											<Button small look="tertiary" name="act" value="down" label={`${t("staff.down")}: ${title}`}>
												{t("staff.down")}
											</Button>
											<Button small look="tertiary" name="act" value="remove" label={`${t("staff.remove")}: ${title}`}>
												{t("staff.remove")}
											</Button>
										</ButtonRow>
									</Form>
								),
							},
						]
					: []),
			]}
		/>
	);
}
