import { Alert } from "~/design/alert";
import { Breadcrumb } from "~/design/breadcrumb";
import { LinkButton } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { readRichText } from "~/platform/rich-text/read.server";
import type { RichText } from "~/platform/rich-text/schema";
import { markdownFromRichText } from "~/platform/rich-text/to-markdown";
import type { World } from "~/platform/world.server";
import { answerPath, boardPath, templatesPath } from "../addresses";
import { changeAnswer } from "../commands/prepare-answer.server";
import { reasonLimits } from "../disposition";
import { answerForm, idFrom } from "../forms";
import { messages } from "../messages";
import { answerPage } from "../queries/answer-page.server";
import { staffMessages } from "../staff-messages";
import { AnswerForm, PlainText, Replies, Templates, TextBlocks } from "../ui/answer-fields";
import { ContributionList } from "../ui/contribution-list";
import { QuestionList } from "../ui/question-list";
import type { Route } from "./+types/edit-answer";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const { templates, reason, ...page } = await answerPage(world, { ...params, id: idFrom(params.answer) });
	const wanted = new URL(request.url).searchParams.get("vorlage");
	const block = page.textBlocks.find(({ id }) => id === new URL(request.url).searchParams.get("baustein"));
	const template = templates.find(({ answerId, revision }) => `${answerId}.${revision}` === wanted);
	return {
		...page,
		templates: templates.map(({ reason: _, ...shown }) => shown),
		begin: {
			disposition: block?.disposition ?? template?.disposition ?? page.disposition,
			reason: block?.markdown ?? markdownFromRichText(template ? (template.reason as RichText) : reason),
			duplicateOf: page.duplicateNumber === null ? "" : String(page.duplicateNumber),
		},
		place: params.place,
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const id = idFrom(params.answer);
	await answerPage(world, { ...params, id });
	const fields = await formFields(request);
	const form = readFields(request, fields, answerForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const reason = readRichText(fields, "reason", { characters: reasonLimits.most });
	if (!reason.done) return again(form.typed, reason.refusals);
	const outcome = await changeAnswer(world, {
		id,
		revision: form.value.revision,
		disposition: form.value.disposition,
		duplicateNumber: form.value.duplicateOf === "" ? null : Number(form.value.duplicateOf),
		reason: reason.value,
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${answerPath(params.place, params.process, id)}/freigabe?gespeichert`);
});

export default function EditAnswer({ loaderData, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const more = useText(staffMessages);
	const {
		process,
		state,
		place,
		id,
		revision,
		contributions,
		questions,
		sentBack,
		objections,
		replies,
		templates,
		begin,
	} = loaderData;
	const problems = useProblems(messages, actionData?.refusals);
	const here = answerPath(place, process.slug, id);
	const typed = actionData?.typed;
	const title = t(state === "released" ? "form.titleCorrect" : "form.titleEdit");
	return (
		<>
			<title>{`${title}: ${process.title}`}</title>
			<Breadcrumb
				entries={[
					{ label: t("crumbs.manage"), href: `/o/${place}/verwaltung/beteiligung` },
					{ label: t("crumbs.answers"), href: boardPath(place, process.slug) },
					{ label: title },
				]}
			/>
			<ErrorSummary errors={problems.errors} />
			<PageTitle
				title={title}
				above={process.title}
				lead={t(state === "released" ? "form.correctHint" : "form.lead")}
			/>
			{sentBack && (
				<Alert tone="warning" title={t("form.sentBack", { by: sentBack.by ?? "" })}>
					<PlainText text={sentBack.remark} />
				</Alert>
			)}
			{objections.length > 0 && (
				<Alert tone="warning" title={t("form.objections", { count: objections.length })}>
					{objections.map((objection) => (
						<div key={objection.number}>
							<p>{t("form.objection", { number: String(objection.number ?? ""), title: objection.title })}</p>
							<PlainText text={objection.text} />
						</div>
					))}
				</Alert>
			)}
			{contributions.length > 0 && (
				<Section id="beitraege" title={t("release.contributions", { count: contributions.length })}>
					<ContributionList contributions={contributions} />
				</Section>
			)}
			{questions.length > 0 && (
				<Section id="fragen" title={more("questions", { count: questions.length })}>
					<QuestionList questions={questions} />
				</Section>
			)}
			{state === "waiting" ? (
				<Alert title={t("refusals.not-to-change")}>
					<LinkButton href={`${here}/freigabe`}>{t("form.toRelease")}</LinkButton>
				</Alert>
			) : (
				<>
					<Replies replies={replies} />
					<TextBlocks
						blocks={loaderData.textBlocks}
						hrefFor={(baustein) => `${here}?${new URLSearchParams({ baustein })}`}
						manageHref={templatesPath(place)}
					/>
					<Templates templates={templates} hrefFor={(vorlage) => `${here}?${new URLSearchParams({ vorlage })}`} />
					<AnswerForm
						values={{
							disposition: String(typed?.disposition ?? begin.disposition),
							reason: String(typed?.reason ?? begin.reason),
							duplicateOf: String(typed?.duplicateOf ?? begin.duplicateOf),
						}}
						problems={problems}
						draftKey={`answer:${id}`}
						revision={revision}
					/>
				</>
			)}
		</>
	);
}
