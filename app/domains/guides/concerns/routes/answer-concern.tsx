import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { dropKeptForm, keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { answerForm } from "../../forms";
import { placeOfGuides } from "../../queries/place-of-guides.server";
import { Paragraphs } from "../../ui/paragraphs";
import { typedText } from "../../ui/typed";
import { messages } from "../../work-messages";
import { answerConcern } from "../commands/answer-concern.server";
import { channels } from "../concern";
import { concernAt } from "../queries/handled-place.server";
import { ConcernCrumbs } from "../ui/concern-crumbs";
import type { Route } from "./+types/answer-concern";

export const loader = conduct(async ({ world, request, params }: Route.LoaderArgs & { world: World }) => ({
	...(await concernAt(world, params)),
	kept: await keptForm(world, request),
}));

export const action = conduct(async ({ world, request, params }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, answerForm);
	const { ownerId, slug } = await placeOfGuides(world, params.place);
	if (!form.valid) return again(form.typed, form.refusals);
	const of = { ownerId, code: params.concern };
	const outcome = await answerConcern(world, { ...of, ...form.value });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	await dropKeptForm(world, request);
	return onward(`/o/${slug}/verwaltung/anliegen/${of.code}`);
});

export default function AnswerConcern({ loaderData: { place, concern, kept }, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const typed = actionData?.typed ?? kept;
	const mailed = concern.asker.email !== null;
	return (
		<>
			<title>{`${t("concern.answer")} – ${concern.code}`}</title>
			<ConcernCrumbs place={place} code={concern.code} last={t("concern.answer")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("concern.answer")} above={concern.code} />
			<Paragraphs text={concern.text} />
			<Form draftKey={`concern-answer:${concern.code}`}>
				<TextArea
					name="text"
					label={t("concern.answerText")}
					hint={t("concern.answerHint")}
					value={typedText(typed, "text")}
					error={at("text")}
				/>
				<RadioGroup
					name="channel"
					label={t("concern.channel")}
					value={typedText(typed, "channel", mailed ? "MAIL" : "STATUS_PAGE")}
					error={at("channel")}
					choices={channels
						.filter((channel) => mailed || channel !== "MAIL")
						.map((channel) => ({ value: channel, label: t(`channels.${channel}`) }))}
				/>
				<Button>{t("concern.answerSubmit")}</Button>
			</Form>
		</>
	);
}
