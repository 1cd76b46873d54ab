import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { piecesForm, piecesOf } from "../../forms";
import { placeOfGuides } from "../../queries/place-of-guides.server";
import { Paragraphs } from "../../ui/paragraphs";
import { splitConcern } from "../commands/split-concern.server";
import { handlingMessages } from "../handling-messages";
import { clarifyingAt } from "../queries/handled-place.server";
import { ConcernCrumbs } from "../ui/concern-crumbs";
import { PieceFields } from "../ui/piece-fields";
import type { Route } from "./+types/split-concern";

export const loader = conduct(async ({ world, request, params }: Route.LoaderArgs & { world: World }) => {
	const { place, concern, topics } = await clarifyingAt(world, params);
	return { place, topics, code: concern.code, text: concern.text, kept: await keptForm(world, request) };
});

export const action = conduct(async ({ world, request, params }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, piecesForm);
	const { ownerId, slug } = await placeOfGuides(world, params.place);
	if (!form.valid) return again(form.typed, form.refusals);
	const of = { ownerId, code: params.concern };
	const outcome = await splitConcern(world, { ...of, pieces: piecesOf(form.value) });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${slug}/verwaltung/anliegen/${of.code}#daraus`);
});

/** Makes further concerns of one that holds several things. */
export default function SplitConcern({ loaderData, actionData }: Route.ComponentProps) {
	const { place, topics, code, text, kept } = loaderData;
	const t = useText(handlingMessages);
	const { errors, at } = useProblems(handlingMessages, actionData?.refusals);
	return (
		<>
			<title>{`${t("split.title")} – ${code}`}</title>
			<ConcernCrumbs place={place} code={code} last={t("split.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("split.title")} above={code} lead={t("split.lead")} />
			<Paragraphs text={text} />
			<Form draftKey={`concern-split:${code}`}>
				<PieceFields typed={actionData?.typed ?? kept} at={at} topics={topics} />
				<Button>{t("split.submit")}</Button>
			</Form>
		</>
	);
}
