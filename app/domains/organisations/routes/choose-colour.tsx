import { Alert } from "~/design/alert";
import { Button, ButtonRow } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages as acts } from "../act-messages";
import { setLook } from "../commands/furnish-space.server";
import { lookForm } from "../forms";
import { judgeLook } from "../look";
import { managedPlace } from "../queries/place-start.server";
import { ColourPreview } from "../ui/colour-preview";
import { typedText } from "../ui/typed";
import { WorkCrumbs } from "../ui/work-crumbs";
import { messages } from "../work-messages";
import type { Route } from "./+types/choose-colour";

/** A colour to be looked at stands in the address; nothing is saved until it is taken. */
export const loader = conduct(async ({ world, request, params }: Route.LoaderArgs & { world: World }) => {
	const place = await managedPlace(world, params.place);
	const colour = new URL(request.url).searchParams.get("farbe") ?? place.colours?.accent ?? null;
	return { place, colour, judged: colour === null ? null : judgeLook(colour) };
});

export const action = conduct(async ({ world, request, params }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, lookForm);
	const { organisationId, slug } = await managedPlace(world, params.place);
	if (!form.valid) return again(form.typed, form.refusals);
	const { accent, act } = form.value;
	if (act === "preview") {
		const judged = judgeLook(accent);
		if (!judged.done) return again(form.typed, judged.refusals);
		return onward(`/o/${slug}/verwaltung/ort/farbe?farbe=${encodeURIComponent(judged.value.accent)}`);
	}
	const outcome = await setLook(world, { organisationId, accent: act === "house" ? null : accent });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${slug}/verwaltung/ort?gespeichert`);
});

export default function ChooseColour({ loaderData: { place, colour, judged }, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const refusals = actionData?.refusals ?? (judged?.done === false ? judged.refusals : undefined);
	const problems = useProblems(acts, refusals);
	const look = !actionData && judged?.done ? judged.value : null;
	return (
		<>
			<title>{`${t("colour.title")} – ${place.name}`}</title>
			<WorkCrumbs
				place={place}
				entries={[{ label: t("place.title"), href: `/o/${place.slug}/verwaltung/ort` }, { label: t("colour.title") }]}
			/>
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("colour.title")} lead={t("colour.lead")} />
			<Form>
				<TextField
					name="accent"
					label={t("colour.field")}
					hint={t("colour.hint")}
					width="short"
					spellCheck={false}
					value={typedText(actionData?.typed, "accent", colour ?? "")}
					error={problems.at("accent")}
				/>
				{look && (
					<Section id="vorschau" title={t("colour.looks")}>
						<Alert tone="success" title={t("colour.good", { ratio: look.ratio })} level={3} />
						<ColourPreview look={look} name={place.name} />
					</Section>
				)}
				<ButtonRow>
					<Button name="act" value="preview" look="secondary">
						{t("colour.preview")}
					</Button>
					<Button name="act" value="place">
						{t("colour.save")}
					</Button>
					<Button name="act" value="house" look="tertiary">
						{t("colour.house")}
					</Button>
				</ButtonRow>
			</Form>
		</>
	);
}
