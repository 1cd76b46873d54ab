import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { ruleForm } from "../../forms";
import { givenId } from "../../given.server";
import { placeOfGuides } from "../../queries/place-of-guides.server";
import { typedText } from "../../ui/typed";
import { addRule } from "../commands/plan-rules.server";
import { planPage } from "../queries/plan-pages.server";
import { postChoices } from "../queries/plans.server";
import { territoryOf } from "../queries/territory.server";
import { messages } from "../work-messages";
import type { Route } from "./+types/add-rule";

export const loader = conduct(async ({ world, request, params }: Route.LoaderArgs & { world: World }) => {
	const { place, plan } = await planPage(world, params.place, params.plan);
	const { areas, topics } = await territoryOf(world.db, place.ownerId);
	const option = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
	return {
		place,
		plan: { id: plan.id, name: plan.name },
		areas: areas.map(option),
		topics: topics.map(option),
		posts: (await postChoices(world, place.ownerId)).map(({ id, label }) => ({ value: id, label })),
		kept: await keptForm(world, request),
	};
});

export const action = conduct(async ({ world, request, params }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, ruleForm);
	const { ownerId, slug } = await placeOfGuides(world, params.place);
	if (!form.valid) return again(form.typed, form.refusals);
	const planId = givenId(params.plan);
	const { area, topic, post } = form.value;
	const outcome = await addRule(world, { ownerId, planId, areaId: area, topicId: topic, postId: post });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${slug}/verwaltung/lotsen/${planId}?gespeichert`);
});

export default function AddRule({ loaderData, actionData }: Route.ComponentProps) {
	const { place, plan, areas, topics, posts, kept } = loaderData;
	const t = useText(messages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const typed = actionData?.typed ?? kept;
	const plans = `/o/${place.slug}/verwaltung/lotsen`;
	return (
		<>
			<title>{`${t("plan.add")} – ${plan.name}`}</title>
			<WorkCrumbs
				place={place}
				entries={[
					{ label: t("plans.title"), href: plans },
					{ label: plan.name, href: `${plans}/${plan.id}` },
					{ label: t("plan.add") },
				]}
			/>
			<ErrorSummary errors={errors} />
			<PageTitle title={t("plan.add")} above={plan.name} />
			<Form>
				<Select
					name="area"
					label={t("plan.area")}
					optional
					empty={t("fields.allAreas")}
					value={typedText(typed, "area")}
					options={areas}
					error={at("area")}
				/>
				<Select
					name="topic"
					label={t("plan.topic")}
					optional
					empty={t("fields.allTopics")}
					value={typedText(typed, "topic")}
					options={topics}
					error={at("topic")}
				/>
				<Select
					name="post"
					label={t("plan.post")}
					value={typedText(typed, "post")}
					options={posts}
					error={at("post")}
				/>
				<Button>{t("plan.add")}</Button>
			</Form>
		</>
	);
}
