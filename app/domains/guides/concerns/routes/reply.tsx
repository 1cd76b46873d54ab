import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { SummaryList } from "~/design/summary-list";
import { TextArea } from "~/design/text-area";
import { placeOf } from "~/domains/organisations/index.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { replyForm } from "../../forms";
import { givenId } from "../../given.server";
import { messages } from "../../messages";
import { Paragraphs } from "../../ui/paragraphs";
import { typedText } from "../../ui/typed";
import { replyToForwarding } from "../commands/forward-concern.server";
import { handlingMessages } from "../handling-messages";
import { forwardingPage } from "../queries/forwardings.server";
import type { Route } from "./+types/reply";

async function asked(world: World, params: Route.LoaderArgs["params"]) {
	const { organisationId: ownerId } = await placeOf(world, params.place);
	return { ownerId, code: params.concern, forwardingId: givenId(params.forwarding) };
}

export const loader = conduct(async ({ world, request, params }: Route.LoaderArgs & { world: World }) => ({
	page: await forwardingPage(world, await asked(world, params)),
	sent: new URL(request.url).searchParams.has("gesendet"),
	kept: await keptForm(world, request),
}));

export const action = conduct(async ({ world, request, params }: Route.ActionArgs & { world: World }) => {
	const { ownerId, code, forwardingId } = await asked(world, params);
	const form = await readForm(request, replyForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await replyToForwarding(world, { ownerId, forwardingId, ...form.value });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${params.place}/verwaltung/anliegen/${code}/weitergabe/${forwardingId}?gesendet`);
});

/** The question about a concern, for the post that is asked; it needs no right beyond holding that post. */
export default function Reply({ loaderData: { page, sent, kept }, actionData }: Route.ComponentProps) {
	const t = useText(handlingMessages);
	const w = useText(messages);
	const { dateLong } = useFormat();
	const { errors, at } = useProblems(handlingMessages, actionData?.refusals);
	const typed = actionData?.typed ?? kept;
	return (
		<>
			<title>{`${t("reply.title")} – ${page.code}`}</title>
			<ErrorSummary errors={errors} />
			{sent && <Alert tone="success" title={t("reply.sent")} live />}
			<PageTitle
				title={t("reply.title")}
				above={w("concern.title", { kind: w(`kinds.${page.kind}`), code: page.code })}
				lead={t("reply.lead", { post: page.post, asking: page.asking })}
			/>
			<Section id="frage" title={t("reply.question")}>
				<Paragraphs text={page.question} />
				<p>{t("reply.until", { date: dateLong(page.dueOn) })}</p>
			</Section>
			<Section id="anliegen" title={w("concern.text")}>
				<Paragraphs text={page.text} />
				<SummaryList
					rows={[
						{ term: w("concern.place"), value: page.place ?? w("concern.unknown") },
						{ term: w("concern.topic"), value: page.topic ?? w("concern.unknown") },
					]}
				/>
			</Section>
			{page.over ? (
				!sent && <p>{t("reply.over")}</p>
			) : (
				<Form draftKey={`forwarding:${page.id}`}>
					<RadioGroup
						name="end"
						label={t("reply.end")}
						value={typedText(typed, "end")}
						error={at("end")}
						choices={[
							{ value: "ANSWERED", label: t("reply.ANSWERED") },
							{ value: "RETURNED", label: t("reply.RETURNED") },
						]}
					/>
					<TextArea name="reply" label={t("reply.text")} value={typedText(typed, "reply")} error={at("reply")} />
					<Button>{t("reply.submit")}</Button>
				</Form>
			)}
		</>
	);
}
