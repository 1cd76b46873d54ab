import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button, LinkButton } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import { SignInNeeded } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { AnswerBox } from "../../answers/index";
import { ownQuestionAnswer } from "../../answers/index.server";
import { changeComment } from "../commands/own-comment.server";
import { commentMessages } from "../comment-messages";
import { changeCommentForm } from "../forms";
import { type KeyParams, ownCommentPathOf, ownKeyOf } from "../own-key";
import { ownCommentPage } from "../queries/comment-page.server";
import { paragraphsOf } from "../ui/discussion";
import { HiddenComment } from "../ui/hidden-comment";
import { stateTone } from "../ui/state-tone";
import { textOf } from "../ui/words-fields";
import type { Route } from "./+types/own-comment";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const keyParams: KeyParams = params;
	if (!keyParams.token && world.actor.kind !== "person") throw new SignInNeeded();
	const key = ownKeyOf(keyParams);
	const [comment, { answer, saidAt }] = [await ownCommentPage(world, key), await ownQuestionAnswer(world, key)];
	return {
		comment,
		answer,
		mayObject: answer !== null && saidAt === null,
		path: ownCommentPathOf(keyParams),
		byLink: keyParams.token !== undefined,
		isNew: new URL(request.url).searchParams.has("neu"),
	};
});

/** Changes the text. */
export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const keyParams: KeyParams = params;
	const form = await readForm(request, changeCommentForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await changeComment(world, { key: ownKeyOf(keyParams), text: form.value.text });
	return outcome.done ? onward(ownCommentPathOf(keyParams)) : again(form.typed, outcome.refusals);
});

export default function OwnComment({ loaderData, actionData }: Route.ComponentProps) {
	const { comment, answer, mayObject, path, byLink, isNew } = loaderData;
	const t = useText(commentMessages);
	const { time } = useFormat();
	const { errors, at } = useProblems(commentMessages, actionData?.refusals);
	const { may, state } = comment;
	return (
		<>
			<title>{`${t("own.title")} – ${comment.contribution.title}`}</title>
			<Breadcrumb
				entries={[
					{ label: comment.contribution.title, href: `/b/${comment.contribution.code}#kommentare` },
					{ label: t("own.title") },
				]}
			/>
			<ErrorSummary errors={errors} />
			{isNew && <Alert tone="success" title={t("own.sent")} live />}
			<PageTitle
				title={t("own.title")}
				above={comment.contribution.title}
				state={<Badge tone={stateTone[state]}>{t(`own.states.${state}`)}</Badge>}
			/>
			{comment.hiding && state === "hidden" && (
				<HiddenComment hiding={comment.hiding} askHref={may.askReview ? `${path}/ueberpruefung` : null} />
			)}
			{may.change ? (
				<Form>
					<TextArea
						name="text"
						label={t("form.text")}
						hint={comment.changeableUntil ? t("own.until", { time: time(comment.changeableUntil) }) : t("form.hint")}
						value={textOf(actionData?.typed.text) || comment.text}
						error={at("text")}
						rows={6}
					/>
					<Button>{t("form.save")}</Button>
				</Form>
			) : (
				<>
					<blockquote>{paragraphsOf(comment.text)}</blockquote>
					{state === "published" && <p>{t("own.fixed")}</p>}
				</>
			)}
			{answer && <AnswerBox answer={answer} id="antwort" />}
			{mayObject && (
				<p>
					<a href={`${path}/nicht-beantwortet`}>{t("own.notAnswered")}</a>
				</p>
			)}
			{state === "published" && (
				<p>
					<LinkButton look="secondary" href={`/k/${comment.code}`}>
						{t("own.public")}
					</LinkButton>
				</p>
			)}
			{may.withdraw && (
				<Section id="zuruecknehmen" title={t("own.withdraw")}>
					<p>{t("own.withdrawHint")}</p>
					<Form action={`${path}/zuruecknehmen`} inline>
						<Button look="danger">{t("own.withdraw")}</Button>
					</Form>
				</Section>
			)}
			{byLink && <p>{t("own.keep")}</p>}
		</>
	);
}
