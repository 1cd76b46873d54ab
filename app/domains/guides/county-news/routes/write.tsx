import { Button } from "~/design/button";
import { Checkbox } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { storedDay } from "../../days.server";
import { placeOfGuides } from "../../queries/place-of-guides.server";
import { typedText } from "../../ui/typed";
import { publishNews } from "../commands/county-news.server";
import { newsForm } from "../forms";
import { messages } from "../messages";
import { newNewsPage } from "../queries/county-news.server";
import type { Route } from "./+types/write";

export const loader = conduct(async ({ world, request, params }: Route.LoaderArgs & { world: World }) => ({
	...(await newNewsPage(world, params.place)),
	kept: await keptForm(world, request),
}));

export const action = conduct(async ({ world, request, params }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, newsForm);
	const { ownerId, slug } = await placeOfGuides(world, params.place);
	if (!form.valid) return again(form.typed, form.refusals);
	const { post, topic, area, validUntil, isPublic, ...words } = form.value;
	const outcome = await publishNews(world, {
		...words,
		ownerId,
		postId: post,
		topicId: topic,
		areaId: area,
		validUntil: storedDay(validUntil),
		isPublic: isPublic === "on",
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${slug}/verwaltung/kreisinfos/${outcome.value.code}?veroeffentlicht`);
});

export default function Write({ loaderData, actionData }: Route.ComponentProps) {
	const { place, posts, topics, areas, kept } = loaderData;
	const t = useText(messages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const typed = actionData?.typed ?? kept;
	return (
		<>
			<title>{`${t("write.title")} – ${place.name}`}</title>
			<WorkCrumbs
				place={place}
				entries={[
					{ label: t("list.title"), href: `/o/${place.slug}/verwaltung/kreisinfos` },
					{ label: t("write.title") },
				]}
			/>
			<ErrorSummary errors={errors} />
			<PageTitle title={t("write.title")} lead={t("write.lead")} />
			<Form draftKey={`county-news:${place.slug}`}>
				<Select
					name="post"
					label={t("write.post")}
					value={typedText(typed, "post")}
					options={posts}
					error={at("post")}
				/>
				<TextField name="title" label={t("write.heading")} value={typedText(typed, "title")} error={at("title")} />
				<TextArea name="text" label={t("write.text")} value={typedText(typed, "text")} error={at("text")} />
				<Select
					name="area"
					label={t("write.area")}
					optional
					empty={t("write.allAreas")}
					value={typedText(typed, "area")}
					options={areas}
					error={at("area")}
				/>
				<Select
					name="topic"
					label={t("write.topic")}
					optional
					empty={t("write.anyTopic")}
					value={typedText(typed, "topic")}
					options={topics}
					error={at("topic")}
				/>
				<DateField
					name="validUntil"
					label={t("write.until")}
					value={typedText(typed, "validUntil")}
					error={at("validUntil")}
				/>
				<Checkbox
					name="isPublic"
					label={t("write.isPublic")}
					checked={typed ? typedText(typed, "isPublic") === "on" : true}
					optional
				/>
				<Button>{t("write.submit")}</Button>
			</Form>
		</>
	);
}
