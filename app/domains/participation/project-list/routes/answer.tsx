import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm, type Typed } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { answerRequest } from "../commands/ask-participation.server";
import { answerForm } from "../forms";
import { messages } from "../messages";
import { managedProject } from "../queries/find-project.server";
import { managePage } from "../queries/managed-projects.server";
import { staffMessages } from "../staff-messages";
import { textIn } from "../ui/project-fields";
import type { Route } from "./+types/answer";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const { place, code, title, wishes, request: state } = await managePage(world, params);
	return { place, code, title, wishes, state, kept: await keptForm(world, request) };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id, code } = await managedProject(world, params);
	const form = await readForm(request, answerForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await answerRequest(world, { id, ...form.value });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/vorhaben/${code}#beteiligung-vorschlagen`);
});

export default function Answer({ loaderData, actionData }: Route.ComponentProps) {
	const { place, code, title, wishes, state, kept } = loaderData;
	const t = useText(staffMessages);
	const problems = useProblems(messages, actionData?.refusals);
	const typed: Typed = actionData?.typed ?? kept ?? {};
	const field = (name: string) => ({ name, value: textIn(typed, name), error: problems.at(name) });
	const list = `/o/${place.slug}/verwaltung/vorhaben`;
	return (
		<>
			<title>{`${t("answer.title")} – ${title}`}</title>
			<WorkCrumbs
				place={place}
				entries={[
					{ label: t("list.title"), href: list },
					{ label: title, href: `${list}/${code}` },
					{ label: t("answer.title") },
				]}
			/>
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("answer.title")} above={title} lead={t("answer.lead", { count: wishes })} />
			{state === "reached" ? (
				<Form draftKey={`project-answer:${code}`}>
					<RadioGroup
						{...field("answer")}
						label={t("answer.answer")}
						choices={[
							{ value: "yes", label: t("answer.yes") },
							{ value: "no", label: t("answer.no") },
						]}
					/>
					<TextArea {...field("reason")} label={t("answer.reason")} rows={5} maxLength={3000} />
					<TextArea {...field("how")} label={t("answer.how")} hint={t("answer.howHint")} rows={3} optional />
					<Button>{t("answer.send")}</Button>
				</Form>
			) : (
				<Alert title={t("answer.nothing")} />
			)}
		</>
	);
}
