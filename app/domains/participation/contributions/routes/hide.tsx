import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { RichTextView } from "~/design/rich-text-view";
import { TextArea } from "~/design/text-area";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { hideContribution } from "../commands/moderate.server";
import { moderationRules } from "../contribution";
import { hideForm } from "../forms";
import { messages } from "../messages";
import { moderatedContribution } from "../queries/moderation-queue.server";
import { Pictures } from "../ui/pictures";
import { textOf } from "../ui/words-fields";
import type { Route } from "./+types/hide";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	contribution: await moderatedContribution(world, { place: params.place, id: givenId(params.contribution) }),
	kept: await keptForm(world, request),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id } = await moderatedContribution(world, { place: params.place, id: givenId(params.contribution) });
	const form = await readForm(request, hideForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await hideContribution(world, { id, ...form.value });
	return outcome.done ? onward(`/o/${params.place}/verwaltung/moderation`) : again(form.typed, outcome.refusals);
});

export default function Hide({ loaderData: { contribution, kept }, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const typed = actionData?.typed ?? kept ?? {};
	return (
		<>
			<title>{`${t("moderation.hideTitle")} – ${contribution.place.name}`}</title>
			<Breadcrumb
				entries={[
					{ label: contribution.place.name, href: `/o/${contribution.place.slug}` },
					{ label: t("moderation.title"), href: `/o/${contribution.place.slug}/verwaltung/moderation` },
					{ label: t("moderation.hideTitle") },
				]}
			/>
			<ErrorSummary errors={errors} />
			<PageTitle title={t("moderation.hideTitle")} above={contribution.processTitle} lead={t("moderation.hideLead")} />
			<h2>{contribution.title}</h2>
			<RichTextView html={contribution.html} />
			<Pictures pictures={contribution.pictures} />
			<Form>
				<RadioGroup
					name="rule"
					label={t("moderation.rule")}
					value={textOf(typed.rule)}
					error={at("rule")}
					choices={moderationRules.map((rule) => ({ value: rule, label: t(`rules.${rule}`) }))}
				/>
				<TextArea
					name="reason"
					label={t("moderation.reason")}
					hint={t("moderation.reasonHint")}
					value={textOf(typed.reason)}
					error={at("reason")}
				/>
				<Button look="danger">{t("moderation.hideNow")}</Button>
			</Form>
		</>
	);
}
