import { Alert } from "~/design/alert";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button, LinkButton } from "~/design/button";
import { CheckboxGroup } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { boardPath, inquiriesPath } from "../addresses";
import { askDepartment } from "../commands/ask-department.server";
import { askForm, chosenIn } from "../forms";
import { messages } from "../messages";
import { toPrepare } from "../queries/prepare-answer.server";
import { staffMessages } from "../staff-messages";
import type { Route } from "./+types/ask-department";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const contributionIds = chosenIn(new URL(request.url).searchParams);
	const { process, contributions, questions } = await toPrepare(world, { ...params, contributionIds });
	return { process, contributions, questions, kept: await keptForm(world, request), place: params.place };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, askForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { process } = await toPrepare(world, { ...params, contributionIds: [] });
	const { beitrag, ...input } = form.value;
	const outcome = await askDepartment(world, { ...input, processId: process.id, contributionIds: beitrag });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${inquiriesPath(params.place, params.process)}?gesendet`);
});

export default function AskDepartment({ loaderData, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const more = useText(staffMessages);
	const { process, kept, place } = loaderData;
	const choices = [
		...loaderData.contributions.map(({ id, number, title }) => ({ value: id, label: `${number}. ${title}` })),
		...loaderData.questions.map(({ id, number, text, contribution }) => ({
			value: id,
			label: more("questionAt", { number: String(number ?? ""), contribution: String(contribution.number ?? "") }),
			hint: text.length > 300 ? `${text.slice(0, 300)} …` : text,
		})),
	];
	const problems = useProblems(messages, actionData?.refusals);
	const typed = actionData?.typed ?? kept ?? {};
	const value = (name: string) => String(typed[name] ?? "");
	const here = boardPath(place, process.slug);
	return (
		<>
			<title>{`${t("ask.title")}: ${process.title}`}</title>
			<Breadcrumb
				entries={[
					{ label: t("crumbs.manage"), href: `/o/${place}/verwaltung/beteiligung` },
					{ label: t("crumbs.answers"), href: here },
					{ label: t("ask.title") },
				]}
			/>
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("ask.title")} above={process.title} lead={t("ask.lead")} />
			{choices.length === 0 ? (
				<Alert tone="warning" title={t("refusals.no-contributions")}>
					<LinkButton look="secondary" href={here}>
						{t("crumbs.answers")}
					</LinkButton>
				</Alert>
			) : (
				<Form draftKey={`inquiry:${process.id}`}>
					<CheckboxGroup
						name="beitrag"
						label={t("ask.contributions", { count: choices.length })}
						values={typed.beitrag ? [typed.beitrag].flat() : choices.map(({ value: id }) => id)}
						error={problems.at("contributions")}
						choices={choices}
					/>
					<TextField
						name="office"
						label={t("ask.office")}
						hint={t("ask.officeHint")}
						value={value("office")}
						error={problems.at("office")}
						width="medium"
						maxLength={120}
					/>
					<TextField
						name="email"
						type="email"
						label={t("ask.email")}
						hint={t("ask.emailHint")}
						value={value("email")}
						error={problems.at("email")}
						width="medium"
					/>
					<TextArea
						name="question"
						label={t("ask.question")}
						hint={t("ask.questionHint")}
						value={value("question")}
						error={problems.at("question")}
						maxLength={4000}
					/>
					<DateField
						name="dueOn"
						label={t("ask.dueOn")}
						hint={t("ask.dueHint")}
						value={value("dueOn")}
						error={problems.at("dueOn")}
					/>
					<Button>{t("ask.send")}</Button>
				</Form>
			)}
		</>
	);
}
