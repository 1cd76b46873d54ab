import { Button } from "~/design/button";
import { DateField } from "~/design/date-field";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { TextArea } from "~/design/text-area";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { storedDay } from "../../days.server";
import { forwardForm } from "../../forms";
import { placeOfGuides } from "../../queries/place-of-guides.server";
import { Paragraphs } from "../../ui/paragraphs";
import { typedText } from "../../ui/typed";
import { forwardConcern } from "../commands/forward-concern.server";
import { handlingMessages } from "../handling-messages";
import { askedPosts } from "../queries/asked-posts.server";
import { concernAt } from "../queries/handled-place.server";
import { ConcernCrumbs } from "../ui/concern-crumbs";
import type { Route } from "./+types/forward-concern";

export const loader = conduct(async ({ world, request, params }: Route.LoaderArgs & { world: World }) => {
	const { place, concern } = await concernAt(world, params);
	const posts = await askedPosts(world, place.ownerId);
	return {
		place,
		code: concern.code,
		text: concern.text,
		posts: posts.filter(({ id }) => id !== concern.responsible?.post.id).map(({ id, label }) => ({ value: id, label })),
		kept: await keptForm(world, request),
	};
});

export const action = conduct(async ({ world, request, params }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, forwardForm);
	const { ownerId, slug } = await placeOfGuides(world, params.place);
	if (!form.valid) return again(form.typed, form.refusals);
	const { post, question, dueOn } = form.value;
	const of = { ownerId, code: params.concern };
	const outcome = await forwardConcern(world, {
		...of,
		postId: post,
		question,
		dueOn: dueOn === "" ? null : storedDay(dueOn),
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${slug}/verwaltung/anliegen/${of.code}#weitergaben`);
});

/** Asks another post of the county about a concern. */
export default function ForwardConcern({ loaderData, actionData }: Route.ComponentProps) {
	const { place, code, text, posts, kept } = loaderData;
	const t = useText(handlingMessages);
	const { errors, at } = useProblems(handlingMessages, actionData?.refusals);
	const typed = actionData?.typed ?? kept;
	return (
		<>
			<title>{`${t("forward.title")} – ${code}`}</title>
			<ConcernCrumbs place={place} code={code} last={t("forward.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("forward.title")} above={code} lead={t("forward.lead")} />
			<Paragraphs text={text} />
			<Form draftKey={`concern-forward:${code}`}>
				<Select
					name="post"
					label={t("forward.post")}
					empty={t("forward.choose")}
					value={typedText(typed, "post")}
					options={posts}
					error={at("post")}
				/>
				<TextArea
					name="question"
					label={t("forward.question")}
					hint={t("forward.questionHint")}
					rows={4}
					value={typedText(typed, "question")}
					error={at("question")}
				/>
				<DateField
					name="dueOn"
					label={t("forward.dueOn")}
					hint={t("forward.dueHint")}
					optional
					value={typedText(typed, "dueOn")}
					error={at("dueOn")}
				/>
				<Button>{t("forward.submit")}</Button>
			</Form>
		</>
	);
}
