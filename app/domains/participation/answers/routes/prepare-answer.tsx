import { Alert } from "~/design/alert";
import { Breadcrumb } from "~/design/breadcrumb";
import { LinkButton } from "~/design/button";
import { CheckboxGroup } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import { readRichText } from "~/platform/rich-text/read.server";
import type { RichText } from "~/platform/rich-text/schema";
import { markdownFromRichText } from "~/platform/rich-text/to-markdown";
import type { World } from "~/platform/world.server";
import { proposedAnswer } from "../../texts/index.server";
import { answerPath, boardPath, templatesPath } from "../addresses";
import { prepareAnswer } from "../commands/prepare-answer.server";
import { reasonLimits } from "../disposition";
import { answerForm, chosenIn } from "../forms";
import { messages } from "../messages";
import { toPrepare } from "../queries/prepare-answer.server";
import { staffMessages } from "../staff-messages";
import { AnswerForm, Replies, Templates, TextBlocks } from "../ui/answer-fields";
import { ContributionList } from "../ui/contribution-list";
import type { Route } from "./+types/prepare-answer";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const search = new URL(request.url).searchParams;
	const contributionIds = chosenIn(search);
	const { templates, ...found } = await toPrepare(world, { ...params, contributionIds });
	const template = templates.find(({ answerId, revision }) => `${answerId}.${revision}` === search.get("vorlage"));
	const block = found.textBlocks.find(({ id }) => id === search.get("baustein"));
	const kept = await keptForm(world, request);
	const [only] = contributionIds;
	const proposed = only && contributionIds.length === 1 ? await proposedAnswer(world, only) : null;
	return {
		...found,
		templates: templates.map(({ reason: _, ...shown }) => shown),
		begin: block
			? { disposition: block.disposition, reason: block.markdown, duplicateOf: "" }
			: template
				? {
						disposition: template.disposition,
						reason: markdownFromRichText(template.reason as RichText),
						duplicateOf: "",
					}
				: {
						disposition: String(kept?.disposition ?? proposed?.disposition ?? ""),
						reason: String(kept?.reason ?? proposed?.reason ?? ""),
						duplicateOf: String(kept?.duplicateOf ?? ""),
					},
		place: params.place,
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const fields = await formFields(request);
	const form = readFields(request, fields, answerForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const reason = readRichText(fields, "reason", { characters: reasonLimits.most });
	if (!reason.done) return again(form.typed, reason.refusals);
	const { process } = await toPrepare(world, { ...params, contributionIds: [] });
	const outcome = await prepareAnswer(world, {
		processId: process.id,
		contributionIds: form.value.beitrag,
		disposition: form.value.disposition,
		duplicateNumber: form.value.duplicateOf === "" ? null : Number(form.value.duplicateOf),
		reason: reason.value,
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${answerPath(params.place, params.process, outcome.value.id)}/freigabe`);
});

export default function PrepareAnswer({ loaderData, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const more = useText(staffMessages);
	const { process, contributions, questions, replies, templates, textBlocks, begin, place } = loaderData;
	const problems = useProblems(messages, actionData?.refusals);
	const here = boardPath(place, process.slug);
	const free = contributions.filter(({ answerId }) => answerId === null);
	const freeQuestions = questions.filter(({ answerId }) => answerId === null);
	const taken = [
		...contributions,
		...questions.map(({ text, contribution, ...question }) => ({
			...question,
			number: contribution.number,
			title: text,
		})),
	].filter(({ answerId }) => answerId !== null);
	const typed = actionData?.typed;
	const ids = [...contributions, ...questions].map(({ id }) => ["beitrag", id]);
	return (
		<>
			<title>{`${t("form.titleNew")}: ${process.title}`}</title>
			<Breadcrumb
				entries={[
					{ label: t("crumbs.manage"), href: `/o/${place}/verwaltung/beteiligung` },
					{ label: t("crumbs.answers"), href: here },
					{ label: t("form.titleNew") },
				]}
			/>
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("form.titleNew")} above={process.title} lead={t("form.lead")} />
			{taken.length > 0 && (
				<Alert tone="warning" title={t("form.taken")}>
					<ContributionList
						contributions={taken.map((row) => ({
							...row,
							...(row.answerId ? { href: `${answerPath(place, process.slug, row.answerId)}/freigabe` } : {}),
						}))}
					/>
				</Alert>
			)}
			{free.length + freeQuestions.length === 0 ? (
				<Alert tone="warning" title={t("refusals.no-contributions")}>
					<LinkButton look="secondary" href={here}>
						{t("crumbs.answers")}
					</LinkButton>
				</Alert>
			) : (
				<>
					<Replies replies={replies} />
					<TextBlocks
						blocks={textBlocks}
						hrefFor={(baustein) => `${here}/neu?${new URLSearchParams([...ids, ["baustein", baustein]])}`}
						manageHref={templatesPath(place)}
					/>
					<Templates
						templates={templates}
						hrefFor={(vorlage) => `${here}/neu?${new URLSearchParams([...ids, ["vorlage", vorlage]])}`}
					/>
					<AnswerForm
						values={{
							disposition: String(typed?.disposition ?? begin.disposition),
							reason: String(typed?.reason ?? begin.reason),
							duplicateOf: String(typed?.duplicateOf ?? begin.duplicateOf),
						}}
						problems={problems}
						draftKey={`answer:${[...free, ...freeQuestions].map(({ id }) => id).join(".")}`}
						revision={0}
					>
						<CheckboxGroup
							name="beitrag"
							label={
								free.length > 0
									? t("form.contributions", { count: free.length + freeQuestions.length })
									: more("questions", { count: freeQuestions.length })
							}
							values={typed ? [typed.beitrag ?? []].flat() : [...free, ...freeQuestions].map(({ id }) => id)}
							error={problems.at("contributions")}
							choices={[
								...free.map(({ id, number, title, excerpt }) => ({
									value: id,
									label: `${number}. ${title}`,
									hint: excerpt.length > 300 ? `${excerpt.slice(0, 300)} …` : excerpt,
								})),
								...freeQuestions.map(({ id, number, text, contribution }) => ({
									value: id,
									label: more("questionAt", {
										number: String(number ?? ""),
										contribution: String(contribution.number ?? ""),
									}),
									hint: text,
								})),
							]}
						/>
					</AnswerForm>
				</>
			)}
		</>
	);
}
