import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { hideComment } from "../commands/moderate-comment.server";
import { moderationRules } from "../contribution";
import { hideForm } from "../forms";
import { messages } from "../messages";
import { moderationMessages } from "../moderation-messages";
import { moderatedComment } from "../queries/moderated-comment.server";
import { useAuthorName } from "../ui/author-name";
import { paragraphsOf } from "../ui/discussion";
import { textOf } from "../ui/words-fields";
import type { Route } from "./+types/hide-comment";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	comment: await moderatedComment(world, { place: params.place, id: givenId(params.comment) }),
	kept: await keptForm(world, request),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id } = await moderatedComment(world, { place: params.place, id: givenId(params.comment) });
	const form = await readForm(request, hideForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await hideComment(world, { id, ...form.value });
	return outcome.done ? onward(`/o/${params.place}/verwaltung/moderation`) : again(form.typed, outcome.refusals);
});

export default function HideComment({ loaderData: { comment, kept }, actionData }: Route.ComponentProps) {
	const t = useText(moderationMessages);
	const words = useText(messages);
	const nameOf = useAuthorName();
	const { errors, at } = useProblems(moderationMessages, actionData?.refusals);
	const typed = actionData?.typed ?? kept ?? {};
	const moderation = `/o/${comment.place.slug}/verwaltung/moderation`;
	return (
		<>
			<title>{`${t("hideComment.title")} – ${comment.place.name}`}</title>
			<Breadcrumb
				entries={[
					{ label: comment.place.name, href: `/o/${comment.place.slug}` },
					{ label: words("moderation.title"), href: moderation },
					{ label: t("hideComment.title") },
				]}
			/>
			<ErrorSummary errors={errors} />
			<PageTitle title={t("hideComment.title")} above={comment.contribution.title} lead={t("hideComment.lead")} />
			<blockquote>
				<p>{nameOf(comment.author)}</p>
				{paragraphsOf(comment.text)}
			</blockquote>
			<Form>
				<RadioGroup
					name="rule"
					label={words("moderation.rule")}
					value={textOf(typed.rule)}
					error={at("rule")}
					choices={moderationRules.map((rule) => ({ value: rule, label: words(`rules.${rule}`) }))}
				/>
				<TextArea
					name="reason"
					label={words("moderation.reason")}
					hint={words("moderation.reasonHint")}
					value={textOf(typed.reason)}
					error={at("reason")}
				/>
				<Button look="danger">{words("moderation.hideNow")}</Button>
			</Form>
			<p>
				<a href={`${moderation}/kommentar/${comment.id}/sperren`}>{t("arrange.ban")}</a>
			</p>
		</>
	);
}
