import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { closeForm } from "../../forms";
import { placeOfGuides } from "../../queries/place-of-guides.server";
import { Paragraphs } from "../../ui/paragraphs";
import { typedText } from "../../ui/typed";
import { closeConcern } from "../commands/close-concern.server";
import { closings } from "../concern";
import { concernAt } from "../queries/handled-place.server";
import { ConcernCrumbs } from "../ui/concern-crumbs";
import { messages } from "../work-messages";
import type { Route } from "./+types/close-concern";

export const loader = conduct(({ world, params }: Route.LoaderArgs & { world: World }) => concernAt(world, params));

export const action = conduct(async ({ world, request, params }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, closeForm);
	const { ownerId, slug } = await placeOfGuides(world, params.place);
	if (!form.valid) return again(form.typed, form.refusals);
	const of = { ownerId, code: params.concern };
	const outcome = await closeConcern(world, { ...of, because: form.value.because });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${slug}/verwaltung/anliegen/${of.code}`);
});

export default function CloseConcern({ loaderData: { place, concern }, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	return (
		<>
			<title>{`${t("concern.close")} – ${concern.code}`}</title>
			<ConcernCrumbs place={place} code={concern.code} last={t("concern.close")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("concern.close")} above={concern.code} />
			<Paragraphs text={concern.text} />
			<Form>
				<RadioGroup
					name="because"
					label={t("concern.because")}
					value={typedText(actionData?.typed, "because")}
					error={at("because")}
					choices={closings.map((because) => ({ value: because, label: t(`closings.${because}`) }))}
				/>
				<Button>{t("concern.closeSubmit")}</Button>
			</Form>
		</>
	);
}
