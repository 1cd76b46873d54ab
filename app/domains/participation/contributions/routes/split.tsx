import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { RichTextView } from "~/design/rich-text-view";
import { Select } from "~/design/select";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { readRichTexts } from "../../rich-text-field.server";
import { splitContribution } from "../commands/split.server";
import { limits } from "../contribution";
import { splitForm } from "../forms";
import { messages } from "../messages";
import { moderationMessages } from "../moderation-messages";
import { arrangingPage } from "../queries/arranging-page.server";
import { textOf } from "../ui/words-fields";
import type { Route } from "./+types/split";

export const loader = conduct(({ world, params }: Route.LoaderArgs & { world: World }) =>
	arrangingPage(world, { place: params.place, id: givenId(params.contribution) }),
);

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id } = await arrangingPage(world, { place: params.place, id: givenId(params.contribution) });
	const form = await readForm(request, splitForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const text = readRichTexts(form.value, { text: {} });
	if (!text.done) return again(form.typed, text.refusals);
	const { title, category } = form.value;
	const outcome = await splitContribution(world, { id, title, text: text.value.text, category });
	return outcome.done ? onward(`/b/${outcome.value.code}`) : again(form.typed, outcome.refusals);
});

export default function Split({ loaderData: contribution, actionData, params }: Route.ComponentProps) {
	const t = useText(moderationMessages);
	const words = useText(messages);
	const { errors, at } = useProblems(moderationMessages, actionData?.refusals);
	const typed = actionData?.typed ?? { text: contribution.markdown, category: contribution.category ?? "" };
	return (
		<>
			<title>{`${t("arrange.splitTitle")} – ${contribution.place.name}`}</title>
			<Breadcrumb
				entries={[
					{ label: words("moderation.title"), href: `/o/${params.place}/verwaltung/moderation` },
					{ label: contribution.title, href: `/b/${contribution.code}` },
					{ label: t("arrange.splitTitle") },
				]}
			/>
			<ErrorSummary errors={errors} />
			<PageTitle title={t("arrange.splitTitle")} above={contribution.processTitle} lead={t("arrange.splitLead")} />
			<Section id="beitrag" title={t("arrange.original")}>
				<p>
					<strong>{contribution.title}</strong>
				</p>
				<RichTextView html={contribution.html} />
			</Section>
			<Form>
				<TextField
					name="title"
					label={t("arrange.headline")}
					value={textOf(typed.title)}
					error={at("title")}
					maxLength={limits.titleMost}
				/>
				<TextArea
					name="text"
					label={t("arrange.text")}
					hint={t("arrange.textHint")}
					value={textOf(typed.text)}
					error={at("text")}
					rows={6}
				/>
				{contribution.categories.length > 0 && (
					<Select
						name="category"
						label={t("arrange.category")}
						value={textOf(typed.category)}
						error={at("category")}
						options={contribution.categories.map((category) => ({ value: category, label: category }))}
						optional
					/>
				)}
				<Button>{t("arrange.splitNow")}</Button>
			</Form>
		</>
	);
}
