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
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import { newToken } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { captureConcern } from "../../concerns/commands/capture-concern.server";
import { kinds } from "../../concerns/concern";
import { raiseOwnForm } from "../../forms";
import { messages as guideMessages } from "../../messages";
import { typedText } from "../../ui/typed";
import { messages } from "../messages";
import { raisingPage } from "../queries/municipality.server";
import type { Route } from "./+types/raise";

export const loader = conduct(async ({ world, request, params }: Route.LoaderArgs & { world: World }) => ({
	...(await raisingPage(world, params.place)),
	schluessel: newToken(),
	kept: await keptForm(world, request),
}));

export const action = conduct(async ({ world, request, params }: Route.ActionArgs & { world: World }) => {
	const { place, municipalityId } = await raisingPage(world, params.place);
	const form = await readForm(request, raiseOwnForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { schluessel, topic, email, mayBePublic, ...words } = form.value;
	const outcome = await captureConcern(world, {
		...words,
		token: schluessel,
		ownerId: null,
		municipalityId,
		topicId: topic,
		origin: "MUNICIPALITY",
		askerName: place.name,
		askerEmail: email,
		mayBePublic: mayBePublic === "on",
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${place.slug}/verwaltung/kreis/anliegen/${outcome.value.code}`);
});

/** What a municipality itself needs, wishes or asks of its county. */
export default function Raise({ loaderData, actionData }: Route.ComponentProps) {
	const { place, topics, email, schluessel, kept } = loaderData;
	const t = useText(messages);
	const g = useText(guideMessages);
	const { errors, at } = useProblems(guideMessages, actionData?.refusals);
	const typed = actionData?.typed ?? kept;
	return (
		<>
			<title>{`${t("raise.title")} – ${place.name}`}</title>
			<WorkCrumbs
				place={place}
				entries={[{ label: t("page.title"), href: `/o/${place.slug}/verwaltung/kreis` }, { label: t("raise.title") }]}
			/>
			<ErrorSummary errors={errors} />
			<PageTitle title={t("raise.title")} lead={t("raise.lead")} />
			<Form draftKey={`concern-of:${place.slug}`} hidden={{ schluessel }}>
				<RadioGroup
					name="kind"
					label={g("form.kind")}
					value={typedText(typed, "kind")}
					error={at("kind")}
					choices={kinds.map((kind) => ({ value: kind, label: g(`kinds.${kind}`) }))}
				/>
				<TextArea name="text" label={g("concern.text")} value={typedText(typed, "text")} error={at("text")} />
				<Select
					name="topic"
					label={g("form.topic")}
					optional
					empty={g("form.topicUnknown")}
					value={typedText(typed, "topic")}
					options={topics}
					error={at("topic")}
				/>
				<TextField
					name="email"
					type="email"
					label={t("raise.email")}
					optional
					autoComplete="email"
					value={typedText(typed, "email", email)}
					error={at("email")}
				/>
				<Checkbox
					name="mayBePublic"
					label={g("form.mayBePublic")}
					checked={typedText(typed, "mayBePublic") === "on"}
					optional
				/>
				<Button>{t("raise.submit")}</Button>
			</Form>
		</>
	);
}
