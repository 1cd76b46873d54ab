import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { clarifyForm } from "../../forms";
import { messages as words } from "../../messages";
import { placeOfGuides } from "../../queries/place-of-guides.server";
import { Paragraphs } from "../../ui/paragraphs";
import { typedText } from "../../ui/typed";
import { clarifyConcern } from "../commands/clarify-concern.server";
import { clarifyingAt } from "../queries/handled-place.server";
import { ConcernCrumbs } from "../ui/concern-crumbs";
import { messages } from "../work-messages";
import type { Route } from "./+types/clarify-concern";

export const loader = conduct(({ world, params }: Route.LoaderArgs & { world: World }) => clarifyingAt(world, params));

export const action = conduct(async ({ world, request, params }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, clarifyForm);
	const { ownerId, slug } = await placeOfGuides(world, params.place);
	if (!form.valid) return again(form.typed, form.refusals);
	const { municipality, topic, post, visibility } = form.value;
	const of = { ownerId, code: params.concern };
	const outcome = await clarifyConcern(world, {
		...of,
		municipalityId: municipality,
		topicId: topic,
		postId: post,
		visibility,
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${slug}/verwaltung/anliegen/${of.code}`);
});

export default function ClarifyConcern({ loaderData, actionData }: Route.ComponentProps) {
	const { place, concern, places, topics, posts } = loaderData;
	const t = useText(messages);
	const w = useText(words);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const typed = actionData?.typed;
	return (
		<>
			<title>{`${t("concern.clarify")} – ${concern.code}`}</title>
			<ConcernCrumbs place={place} code={concern.code} last={t("concern.clarify")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("concern.clarify")} above={concern.code} />
			<Paragraphs text={concern.text} />
			<Form>
				<Select
					name="municipality"
					label={t("concern.placeField")}
					optional
					empty={w("concern.unknown")}
					value={typedText(typed, "municipality", concern.municipalityId ?? "")}
					options={places}
					error={at("municipality")}
				/>
				<Select
					name="topic"
					label={t("concern.topicField")}
					optional
					empty={w("concern.unknown")}
					value={typedText(typed, "topic", concern.topicId ?? "")}
					options={topics}
					error={at("topic")}
				/>
				<Select
					name="post"
					label={t("concern.postField")}
					optional
					empty={t("concern.byPlan")}
					value={typedText(typed, "post", concern.manualPostId ?? "")}
					options={posts}
					error={at("post")}
				/>
				{concern.mayBePublic ? (
					<RadioGroup
						name="visibility"
						label={t("concern.visibility")}
						value={typedText(typed, "visibility", concern.visibility)}
						error={at("visibility")}
						choices={[
							{ value: "INSIDE", label: t("concern.inside") },
							{ value: "PUBLIC", label: t("concern.public") },
						]}
					/>
				) : (
					<p>{t("concern.noConsent")}</p>
				)}
				<Button>{t("concern.clarifySubmit")}</Button>
			</Form>
		</>
	);
}
