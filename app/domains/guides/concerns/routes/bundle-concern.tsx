import { Button } from "~/design/button";
import { CheckboxGroup } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { bundleForm } from "../../forms";
import { messages } from "../../messages";
import { placeOfGuides } from "../../queries/place-of-guides.server";
import { Paragraphs } from "../../ui/paragraphs";
import { bundleConcerns, unbundleConcern } from "../commands/bundle.server";
import { handlingMessages } from "../handling-messages";
import { alikeConcerns } from "../queries/alike.server";
import { concernAt } from "../queries/handled-place.server";
import { ConcernCrumbs } from "../ui/concern-crumbs";
import type { Route } from "./+types/bundle-concern";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { place, concern } = await concernAt(world, params);
	return { place, code: concern.code, text: concern.text, alike: await alikeConcerns(world, concern.id) };
});

export const action = conduct(async ({ world, request, params }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, bundleForm);
	const { ownerId, slug } = await placeOfGuides(world, params.place);
	if (!form.valid) return again(form.typed, form.refusals);
	const of = { ownerId, code: params.concern };
	const { act, others } = form.value;
	const outcome = act === "leave" ? await unbundleConcern(world, of) : await bundleConcerns(world, { ...of, others });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${slug}/verwaltung/anliegen/${of.code}`);
});

/** Which open concerns are about the same: one answer can be given to all of them. */
export default function BundleConcern({ loaderData, actionData }: Route.ComponentProps) {
	const { place, code, text, alike } = loaderData;
	const t = useText(handlingMessages);
	const w = useText(messages);
	const { errors, at } = useProblems(handlingMessages, actionData?.refusals);
	const chosen = actionData?.typed?.others;
	return (
		<>
			<title>{`${t("bundle.title")} – ${code}`}</title>
			<ConcernCrumbs place={place} code={code} last={t("bundle.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("bundle.title")} above={code} lead={t("bundle.lead")} />
			<Paragraphs text={text} />
			{alike.length === 0 ? (
				<p>{t("bundle.none")}</p>
			) : (
				<Form hidden={{ act: "bundle" }}>
					<CheckboxGroup
						name="others"
						label={t("bundle.others")}
						values={Array.isArray(chosen) ? chosen : []}
						error={at("others")}
						choices={alike.map((other) => ({
							value: other.code,
							label: t("bundle.option", {
								kind: w(`kinds.${other.kind}`),
								code: other.code,
								place: other.place ?? "none",
								text: other.text,
							}),
						}))}
					/>
					<Button>{t("bundle.submit")}</Button>
				</Form>
			)}
		</>
	);
}
