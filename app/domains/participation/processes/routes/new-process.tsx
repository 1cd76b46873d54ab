import { Button } from "~/design/button";
import { EmptyState } from "~/design/empty-state";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm, type Typed } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import { richTextFromMarkdown } from "~/platform/rich-text/markdown";
import { isEmptyRichText } from "~/platform/rich-text/schema";
import type { World } from "~/platform/world.server";
import { startProcess } from "../../commands/start-process.server";
import { partsThatExist } from "../../parts.server";
import { readRichTexts } from "../../rich-text-field.server";
import { categoriesFrom, frameTextRules, newProcessForm } from "../forms";
import { messages } from "../messages";
import { newProcessPage } from "../queries/new-process.server";
import { recipeMessages } from "../recipe-messages";
import { AnswerFields, CategoryField, DayFields, FrameTexts } from "../ui/process-fields";
import { PlaceCrumbs } from "../ui/work-crumbs";
import type { Route } from "./+types/new-process";

const pageFor = (world: World, { params, request }: Pick<Route.LoaderArgs, "params" | "request">) =>
	newProcessPage(world, {
		...params,
		own: new URL(request.url).searchParams.get("eigenes"),
		existing: partsThatExist,
	});

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	page: await pageFor(world, { params, request }),
	kept: await keptForm(world, request),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { organisationId, recipe, settings, quick, quickOpen, ownRecipe } = await pageFor(world, { params, request });
	const form = await readForm(request, newProcessForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const texts = readRichTexts(form.value, frameTextRules);
	if (!texts.done) return again(form.typed, texts.refusals);
	// a quick poll asks for three lines; what is open in it is always the same
	const openQuestions =
		quick && isEmptyRichText(texts.value.openQuestions) ? richTextFromMarkdown(quickOpen) : texts.value.openQuestions;
	const outcome = await startProcess(world, {
		...form.value,
		...texts.value,
		...settings,
		openQuestions,
		organisationId,
		recipe,
		copyOf: ownRecipe?.partsOf?.id,
		categories: categoriesFrom(form.value.categories),
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${params.place}/verwaltung/beteiligung/${outcome.value.slug}/veroeffentlichen`);
});

export default function NewProcess({ loaderData: { page, kept }, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const r = useText(recipeMessages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const typed: Typed = actionData?.typed ?? kept ?? page.presets;
	const list = `/o/${page.place.slug}/verwaltung/beteiligung`;
	const title = page.ownRecipe?.name ?? r(`names.${page.recipe}`);
	return (
		<>
			<title>{`${title} – ${page.place.name}`}</title>
			<PlaceCrumbs place={page.place} here={title} />
			<ErrorSummary errors={errors} />
			<PageTitle title={title} above={t("form.step")} lead={t(page.quick ? "form.quickLead" : "form.newLead")} />
			{page.ownRecipe?.partsOf && <p>{t("form.partsOf", { title: page.ownRecipe.partsOf.title })}</p>}
			{page.posts.length === 0 ? (
				<EmptyState title={t("form.noPosts")}>
					<p>{t("form.noPostsHint")}</p>
				</EmptyState>
			) : (
				<Form draftKey={`process:${page.place.slug}:${page.recipe}`}>
					<FrameTexts typed={typed} at={at} quick={page.quick} />
					<DayFields typed={typed} at={at} />
					<AnswerFields typed={typed} at={at} posts={page.posts} deputy={!page.quick} />
					{page.asksForCategories && <CategoryField typed={typed} at={at} />}
					<Button>{t("form.save")}</Button>
				</Form>
			)}
			<p>
				<a href={list}>{t("form.cancel")}</a>
			</p>
		</>
	);
}
