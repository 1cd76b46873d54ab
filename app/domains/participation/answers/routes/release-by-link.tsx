import { data } from "react-router";
import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { findPass, withPass } from "~/domains/accounts/index.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { releaseAnswer } from "../commands/release-answer.server";
import { mayorForm } from "../forms";
import { messages } from "../messages";
import { mayorPurpose } from "../policy.server";
import { answerToRelease } from "../queries/answer-page.server";
import { staffMessages } from "../staff-messages";
import { AnswerBox } from "../ui/answer-box";
import { ContributionList } from "../ui/contribution-list";
import { QuestionList } from "../ui/question-list";
import type { Route } from "./+types/release-by-link";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const pass = await findPass(world, params.token, mayorPurpose);
	const released = new URL(request.url).searchParams.has("freigegeben");
	if (!pass) return data({ page: null, released }, { status: released ? 200 : 404 });
	const { reason: _, ...page } = await answerToRelease(
		await withPass(world, params.token, mayorPurpose),
		pass.subject.id,
	);
	return { page, released: false };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const bearer = await withPass(world, params.token, mayorPurpose);
	const pass = await findPass(world, params.token, mayorPurpose);
	const form = await readForm(request, mayorForm);
	if (!form.valid || !pass) return again(form.typed, form.valid ? [] : form.refusals);
	const outcome = await releaseAnswer(bearer, { id: pass.subject.id, revision: form.value.revision });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/freigabe/${params.token}?freigegeben`);
});

export default function ReleaseByLink({ loaderData: { page, released }, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const more = useText(staffMessages);
	const { dateTime } = useFormat();
	const problems = useProblems(messages, actionData?.refusals);
	if (!page) {
		const title = t(released ? "release.mayorDone" : "release.mayorGone");
		return (
			<>
				<title>{title}</title>
				<PageTitle title={title} lead={released ? t("release.doneHint") : t("release.mayorGoneText")} />
			</>
		);
	}
	const { release } = page;
	return (
		<>
			<title>{`${t("release.title")}: ${page.process.title}`}</title>
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("release.title")} above={page.process.title} lead={t("release.lead")} />
			{page.contributions.length > 0 && (
				<Section id="beitraege" title={t("release.contributions", { count: page.contributions.length })}>
					<ContributionList contributions={page.contributions} />
				</Section>
			)}
			{page.questions.length > 0 && (
				<Section id="fragen" title={more("questions", { count: page.questions.length })}>
					<QuestionList questions={page.questions} />
				</Section>
			)}
			<AnswerBox answer={page.preview} id="antwort" />
			<Alert title={t("release.asked")}>
				<p>
					{release.may
						? t(`release.how.${release.how}`)
						: t(`release.not.${release.why}`, { date: "from" in release ? dateTime(release.from) : "" })}
				</p>
			</Alert>
			{release.may && (
				<Form hidden={{ revision: String(page.revision) }}>
					<Button>{t("release.release")}</Button>
				</Form>
			)}
		</>
	);
}
