import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { newToken } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { storedTyped } from "../answering";
import { enterFromPaper } from "../commands/enter-from-paper.server";
import { messages } from "../messages";
import { managedSurvey } from "../queries/survey-pages.server";
import { sentAnswers } from "../sent-answers.server";
import { staffMessages } from "../staff-messages";
import { QuestionField } from "../ui/question-field";
import { StaffSurveyCrumbs } from "../ui/survey-crumbs";
import type { Route } from "./+types/enter";

const channels = ["paper", "phone", "counter"] as const;

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const query = new URL(request.url).searchParams;
	return {
		survey: await managedSurvey(world, params),
		// sending the same page twice makes one answer
		entry: newToken(),
		saved: query.get("quittung"),
		channel: channels.find((one) => one === query.get("weg")) ?? "paper",
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id, staffPath, questions, map } = await managedSurvey(world, params);
	const { fields, typed, files, pressed, refusals, act } = await sentAnswers(request, questions, map?.frame ?? null);
	const code = fields.get("code");
	const letterCode = typeof code === "string" ? code.slice(0, 100) : "";
	const channel = channels.find((one) => one === fields.get("weg")) ?? "paper";
	const token = fields.get("bogen");
	if (typeof token !== "string" || !/^[\w-]{43}$/.test(token)) return again(typed, [{ code: "invalid" }]);
	const back = { ...typed, weg: channel, code: letterCode };
	const outcome = await act(async () => {
		if (refusals.length > 0 || pressed) return { done: false as const, refusals };
		return enterFromPaper(world, { surveyId: id, token, typed, files, channel, letterCode });
	});
	if (!outcome.done) return again(back, outcome.refusals);
	return onward(`${staffPath}/eingeben?quittung=${outcome.value.receipt}&weg=${channel}`);
});

export default function Enter({ loaderData: { survey, entry, saved, channel }, actionData }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const { weg = channel, code = "", ...answers } = actionData?.typed ?? {};
	const typed = storedTyped.parse(answers);
	return (
		<>
			<title>{`${t("enter.title")} – ${survey.title}`}</title>
			<StaffSurveyCrumbs head={survey} here={t("enter.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("enter.title")} above={survey.title} lead={t("enter.lead")} />
			{saved && !actionData && (
				<Alert tone="success" title={t("enter.saved")}>
					<p>{t("enter.savedText", { receipt: saved })}</p>
				</Alert>
			)}
			<Form
				action={`${survey.staffPath}/eingeben`}
				hidden={{ bogen: entry }}
				files={survey.questions.some(({ kind }) => kind === "file")}
			>
				<RadioGroup
					name="weg"
					label={t("enter.channel")}
					value={typeof weg === "string" ? weg : channel}
					horizontal
					choices={channels.map((value) => ({ value, label: t(`channels.${value}`) }))}
				/>
				{survey.electorate === "letter" && (
					<TextField
						name="code"
						label={t("enter.code")}
						value={typeof code === "string" ? code : ""}
						error={at("code")}
						width="medium"
					/>
				)}
				{survey.questions.map((question) => (
					<QuestionField
						key={question.key}
						question={question}
						typed={typed}
						at={at}
						place={{ map: survey.map, slug: survey.place.slug, action: `${survey.staffPath}/eingeben` }}
					/>
				))}
				<Button>{t("enter.save")}</Button>
			</Form>
		</>
	);
}
