import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { EmptyState } from "~/design/empty-state";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { startProcess } from "../../commands/start-process.server";
import { readRichTexts } from "../../rich-text-field.server";
import { categoriesFrom, frameTextRules, newProcessForm } from "../forms";
import { messages } from "../messages";
import { newProcessChoices } from "../queries/managed-processes.server";
import { recipes } from "../recipe";
import { ProcessFields } from "../ui/process-fields";
import type { Route } from "./+types/new-process";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	...(await newProcessChoices(world, { place: params.place })),
	kept: await keptForm(world, request),
	categories: recipes["idea-collection"].categories[world.locale].join("\n"),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { organisationId } = await newProcessChoices(world, { place: params.place });
	const form = await readForm(request, newProcessForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const texts = readRichTexts(form.value, frameTextRules);
	if (!texts.done) return again(form.typed, texts.refusals);
	const outcome = await startProcess(world, {
		...form.value,
		...texts.value,
		organisationId,
		recipe: "idea-collection",
		guestsWelcome: form.value.guestsWelcome === "on",
		categories: categoriesFrom(form.value.categories),
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${params.place}/verwaltung/beteiligung/${outcome.value.slug}/veroeffentlichen`);
});

export default function NewProcess({ loaderData, actionData }: Route.ComponentProps) {
	const { place, posts, kept, categories } = loaderData;
	const t = useText(messages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const typed = actionData?.typed ?? kept ?? { moderation: "before", guestsWelcome: "on", categories };
	const list = `/o/${place.slug}/verwaltung/beteiligung`;
	return (
		<>
			<title>{`${t("form.newTitle")} – ${place.name}`}</title>
			<Breadcrumb
				entries={[
					{ label: place.name, href: `/o/${place.slug}` },
					{ label: t("managed.title"), href: list },
					{ label: t("form.newTitle") },
				]}
			/>
			<ErrorSummary errors={errors} />
			<PageTitle title={t("form.newTitle")} lead={t("form.newLead")} />
			{posts.length === 0 ? (
				<EmptyState title={t("form.noPosts")}>
					<p>{t("form.noPostsHint")}</p>
				</EmptyState>
			) : (
				<Form draftKey={`process:${place.slug}`}>
					<ProcessFields typed={typed} at={at} posts={posts} />
					<Button>{t("form.save")}</Button>
				</Form>
			)}
			<p>
				<a href={list}>{t("form.cancel")}</a>
			</p>
		</>
	);
}
