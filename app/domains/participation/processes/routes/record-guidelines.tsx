import { Button } from "~/design/button";
import { Checkbox, RadioGroup } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm, type Typed } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { partsThatExist } from "../../parts.server";
import { readRichTexts } from "../../rich-text-field.server";
import { recordGuidelines } from "../commands/record-guidelines.server";
import { guidelinesForm } from "../forms";
import { guidelineKinds } from "../guidelines";
import { recipeChoices } from "../queries/new-process.server";
import { setupMessages } from "../setup-messages";
import { textOf } from "../ui/process-fields";
import { PlaceCrumbs } from "../ui/work-crumbs";
import type { Route } from "./+types/record-guidelines";

const placeFor = async (world: World, place: string) => {
	const choices = await recipeChoices(world, { place, existing: partsThatExist });
	return { place: choices.place, organisationId: choices.organisationId };
};

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	place: (await placeFor(world, params.place)).place,
	kept: await keptForm(world, request),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { organisationId } = await placeFor(world, params.place);
	const form = await readForm(request, guidelinesForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const texts = readRichTexts(form.value, { text: { required: true, characters: 40_000 } });
	if (!texts.done) return again(form.typed, texts.refusals);
	const { kind, resolution, address, validFrom, reviewOn, checkDemanded } = form.value;
	const outcome = await recordGuidelines(world, {
		organisationId,
		kind,
		resolution,
		address,
		validFrom,
		reviewOn,
		checkDemanded: checkDemanded === "on",
		text: texts.value.text,
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${params.place}/beteiligung/leitlinien?fassung=${outcome.value.version}`);
});

export default function RecordGuidelines({ loaderData: { place, kept }, actionData }: Route.ComponentProps) {
	const t = useText(setupMessages);
	const { errors, at } = useProblems(setupMessages, actionData?.refusals);
	const typed: Typed = actionData?.typed ?? kept ?? { kind: "rules" };
	const field = (name: string) => ({ name, value: textOf(typed[name]), error: at(name) });
	return (
		<>
			<title>{`${t("guidelines.recordTitle")} – ${place.name}`}</title>
			<PlaceCrumbs place={place} here={t("guidelines.recordTitle")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("guidelines.recordTitle")} lead={t("guidelines.recordLead")} />
			<Form draftKey={`guidelines:${place.slug}`}>
				<RadioGroup
					{...field("kind")}
					label={t("guidelines.kind")}
					choices={guidelineKinds.map((kind) => ({ value: kind, label: t(`guidelines.kinds.${kind}`) }))}
				/>
				<TextArea {...field("text")} label={t("guidelines.text")} rows={16} richText />
				<TextField
					{...field("resolution")}
					label={t("guidelines.resolution")}
					hint={t("guidelines.resolutionHint")}
					maxLength={200}
					optional
				/>
				<TextField
					{...field("address")}
					label={t("guidelines.address")}
					hint={t("guidelines.addressHint")}
					type="url"
					maxLength={500}
					optional
				/>
				<DateField {...field("validFrom")} label={t("guidelines.validFrom")} />
				<DateField {...field("reviewOn")} label={t("guidelines.reviewOn")} optional />
				<Checkbox
					name="checkDemanded"
					label={t("guidelines.checkDemanded")}
					hint={t("guidelines.checkHint")}
					checked={typed.checkDemanded === "on"}
					optional
				/>
				<Button>{t("guidelines.save")}</Button>
			</Form>
		</>
	);
}
