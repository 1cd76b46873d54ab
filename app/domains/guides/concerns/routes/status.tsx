import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { objectionForm } from "../../forms";
import { messages } from "../../messages";
import { typedText } from "../../ui/typed";
import { askerSaysNotAnswered } from "../commands/close-concern.server";
import { statusPage } from "../queries/concern-page.server";
import { CameOfItList } from "../ui/came-of-it";
import { ConcernView } from "../ui/concern-view";
import { stateTone } from "../ui/state-tone";
import type { Route } from "./+types/status";

export const loader = conduct(async ({ world, request, params }: Route.LoaderArgs & { world: World }) => {
	const query = new URL(request.url).searchParams;
	return {
		concern: await statusPage(world, params.token),
		isNew: query.has("neu"),
		said: query.has("gesagt"),
		kept: await keptForm(world, request),
	};
});

export const action = conduct(async ({ world, request, params }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, objectionForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await askerSaysNotAnswered(world, { token: params.token, text: form.value.text });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/anliegen/${params.token}?gesagt`);
});

/** The state of a concern for whoever holds its link, without an account. */
export default function Status({ loaderData: { concern, isNew, said, kept }, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	return (
		<>
			<title>{`${t("status.title")} – ${concern.code}`}</title>
			<ErrorSummary errors={errors} />
			{isNew && (
				<Alert tone="success" title={t("status.received")} live>
					<p>{t("status.receivedText")}</p>
					{concern.mailed && <p>{t("status.mailed")}</p>}
				</Alert>
			)}
			{said && <Alert tone="success" title={t("status.said")} live />}
			<PageTitle
				title={t("status.title")}
				above={t("concern.title", { kind: t(`kinds.${concern.kind}`), code: concern.code })}
				state={<Badge tone={stateTone[concern.state]}>{t(`states.${concern.state}`)}</Badge>}
			/>
			<ConcernView concern={concern} reader="asker" />
			<CameOfItList came={concern.came} />
			{(concern.mayObject || actionData) && (
				<Section id="nicht-beantwortet" title={t("status.notAnswered")} intro={t("status.notAnsweredText")}>
					<Form>
						<TextArea
							name="text"
							label={t("status.missing")}
							rows={4}
							value={typedText(actionData?.typed ?? kept, "text")}
							error={at("text")}
						/>
						<Button look="secondary">{t("status.submit")}</Button>
					</Form>
				</Section>
			)}
		</>
	);
}
