import { Button } from "~/design/button";
import { Checkbox, RadioGroup } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { dropKeptForm, keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import { newToken } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { captureForm } from "../../forms";
import { dayOrNull, idOrNull } from "../../given.server";
import { messages } from "../../messages";
import { placeOfGuides } from "../../queries/place-of-guides.server";
import { typedText } from "../../ui/typed";
import { captureConcern } from "../commands/capture-concern.server";
import { kinds, origins } from "../concern";
import { choices } from "../queries/handled-place.server";
import { messages as work } from "../work-messages";
import type { Route } from "./+types/capture-concern";

export const loader = conduct(async ({ world, request, params }: Route.LoaderArgs & { world: World }) => {
	const place = await placeOfGuides(world, params.place);
	const { places, topics } = await choices(world, place.ownerId);
	const query = new URL(request.url).searchParams;
	return {
		place,
		places,
		topics,
		kept: await keptForm(world, request),
		schluessel: newToken(),
		municipality: idOrNull(query.get("ort")) ?? "",
		heardAt: { sprechtag: query.get("sprechtag") ?? "", tag: dayOrNull(query.get("tag")) ?? "" },
	};
});

export const action = conduct(async ({ world, request, params }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, captureForm);
	const { ownerId, slug } = await placeOfGuides(world, params.place);
	if (!form.valid) return again(form.typed, form.refusals);
	const { kind, text, topic, name, email, mayBePublic, schluessel, origin, municipality, sprechtag, tag } = form.value;
	const outcome = await captureConcern(world, {
		token: schluessel,
		ownerId,
		municipalityId: municipality,
		topicId: topic,
		kind,
		text,
		origin,
		askerName: name,
		askerEmail: email,
		mayBePublic: mayBePublic === "on",
		officeDay: sprechtag && tag ? { code: sprechtag, day: tag } : null,
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	await dropKeptForm(world, request);
	return onward(`/o/${slug}/verwaltung/anliegen/${outcome.value.code}`);
});

/** A concern that somebody told a guide. */
export default function CaptureConcern({ loaderData, actionData }: Route.ComponentProps) {
	const { place, places, topics, kept, schluessel, municipality, heardAt } = loaderData;
	const t = useText(messages);
	const w = useText(work);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const typed = actionData?.typed ?? kept;
	return (
		<>
			<title>{`${w("capture.title")} – ${place.name}`}</title>
			<WorkCrumbs
				place={place}
				entries={[
					{ label: w("concerns.title"), href: `/o/${place.slug}/verwaltung/anliegen` },
					{ label: w("capture.title") },
				]}
			/>
			<ErrorSummary errors={errors} />
			<PageTitle title={w("capture.title")} />
			<Form draftKey={`concern:${place.slug}`} hidden={{ schluessel, ...heardAt }}>
				<Select
					name="origin"
					label={w("capture.origin")}
					value={typedText(typed, "origin", "OFFICE_DAY")}
					options={origins
						.filter((origin) => origin !== "FORM")
						.map((origin) => ({ value: origin, label: w(`origins.${origin}`) }))}
					error={at("origin")}
				/>
				<RadioGroup
					name="kind"
					label={t("form.kind")}
					value={typedText(typed, "kind")}
					error={at("kind")}
					choices={kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
				/>
				<TextArea name="text" label={w("concerns.code")} value={typedText(typed, "text")} error={at("text")} />
				<Select
					name="municipality"
					label={w("capture.place")}
					optional
					empty={w("capture.placeUnknown")}
					value={typedText(typed, "municipality", municipality)}
					options={places}
					error={at("municipality")}
				/>
				<Select
					name="topic"
					label={t("form.topic")}
					optional
					empty={t("form.topicUnknown")}
					value={typedText(typed, "topic")}
					options={topics}
					error={at("topic")}
				/>
				<TextField
					name="name"
					label={w("capture.name")}
					optional
					autoComplete="off"
					value={typedText(typed, "name")}
					error={at("name")}
				/>
				<TextField
					name="email"
					type="email"
					label={w("capture.email")}
					optional
					autoComplete="off"
					value={typedText(typed, "email")}
					error={at("email")}
				/>
				<Checkbox
					name="mayBePublic"
					label={w("capture.mayBePublic")}
					checked={typedText(typed, "mayBePublic") === "on"}
					optional
				/>
				<Button>{w("capture.submit")}</Button>
			</Form>
		</>
	);
}
