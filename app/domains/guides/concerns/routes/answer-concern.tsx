import { Alert } from "~/design/alert";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { Checkbox, RadioGroup } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields } from "~/platform/http/forms.server";
import { dropKeptForm, keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { answerForm, draftForm } from "../../forms";
import { placeOfGuides } from "../../queries/place-of-guides.server";
import { Paragraphs } from "../../ui/paragraphs";
import { typedText } from "../../ui/typed";
import { answerConcern } from "../commands/answer-concern.server";
import { saveAnswerDraft } from "../commands/answer-draft.server";
import { answerBundle } from "../commands/bundle.server";
import { channels, isOpen, mayMove, outcomes } from "../concern";
import { handlingMessages } from "../handling-messages";
import { concernAt } from "../queries/handled-place.server";
import { ConcernCrumbs } from "../ui/concern-crumbs";
import { messages } from "../work-messages";
import type { Route } from "./+types/answer-concern";

export const loader = conduct(async ({ world, request, params }: Route.LoaderArgs & { world: World }) => ({
	...(await concernAt(world, params)),
	saved: new URL(request.url).searchParams.has("entwurf"),
	kept: await keptForm(world, request),
}));

export const action = conduct(async ({ world, request, params }: Route.ActionArgs & { world: World }) => {
	const { ownerId, slug } = await placeOfGuides(world, params.place);
	const of = { ownerId, code: params.concern };
	const fields = await formFields(request);
	const unfinished = readFields(request, fields, draftForm);
	if (unfinished.valid && unfinished.value.act === "draft") {
		const kept = await saveAnswerDraft(world, { ...of, text: unfinished.value.text });
		if (!kept.done) return again(unfinished.typed, kept.refusals);
		return onward(`/o/${slug}/verwaltung/anliegen/${of.code}/antwort?entwurf`);
	}
	const form = readFields(request, fields, answerForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { all, ...answer } = form.value;
	const outcome = await (all ? answerBundle : answerConcern)(world, { ...of, ...answer });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	await dropKeptForm(world, request);
	return onward(`/o/${slug}/verwaltung/anliegen/${of.code}`);
});

export default function AnswerConcern({
	loaderData: { place, concern, kept, saved },
	actionData,
}: Route.ComponentProps) {
	const t = useText(messages);
	const h = useText(handlingMessages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const typed = actionData?.typed ?? kept;
	const mailed = concern.asker.email !== null;
	return (
		<>
			<title>{`${t("concern.answer")} – ${concern.code}`}</title>
			<ConcernCrumbs place={place} code={concern.code} last={t("concern.answer")} />
			<ErrorSummary errors={errors} />
			{saved && <Alert tone="success" title={h("answer.saved")} live />}
			<PageTitle title={t("concern.answer")} above={concern.code} />
			<Paragraphs text={concern.text} />
			{isOpen(concern.state) && !mayMove(concern.state, "ANSWERED") && (
				<Alert tone="info" title={t("refusals.clarify-first")}>
					<ButtonRow>
						<LinkButton look="secondary" href={`/o/${place.slug}/verwaltung/anliegen/${concern.code}/klaeren`}>
							{t("concern.clarify")}
						</LinkButton>
					</ButtonRow>
				</Alert>
			)}
			<Form draftKey={`concern-answer:${concern.code}`}>
				<TextArea
					name="text"
					label={t("concern.answerText")}
					hint={t("concern.answerHint")}
					value={typedText(typed, "text", concern.drafts.own ?? concern.suggested ?? "")}
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
				<RadioGroup
					name="outcome"
					label={h("answer.outcome")}
					value={typedText(typed, "outcome")}
					error={at("outcome")}
					choices={outcomes.map((outcome) => ({ value: outcome, label: h(`outcomes.${outcome}`) }))}
				/>
				<TextField
					name="summary"
					label={h("answer.summary")}
					hint={h("answer.summaryHint")}
					optional
					value={typedText(typed, "summary")}
					error={at("summary")}
				/>
				{concern.bundled.length > 0 && (
					<Checkbox
						name="all"
						label={h("answer.all", { count: concern.bundled.filter(({ state }) => isOpen(state)).length + 1 })}
						hint={h("answer.allHint")}
						checked={typed ? typedText(typed, "all") === "on" : true}
						optional
					/>
				)}
				<ButtonRow>
					<Button name="act" value="answer">
						{t("concern.answerSubmit")}
					</Button>
					<Button look="secondary" name="act" value="draft">
						{h("answer.saveDraft")}
					</Button>
				</ButtonRow>
			</Form>
		</>
	);
}
