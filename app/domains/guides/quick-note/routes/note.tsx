import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { TextArea } from "~/design/text-area";
import { WorkCrumbs } from "~/domains/organisations";
import { personIdOf } from "~/platform/actor";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import { newToken } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { captureConcern } from "../../concerns/commands/capture-concern.server";
import { limits } from "../../concerns/concern";
import { linkedConcern } from "../../concerns/queries/find-concern.server";
import { choices } from "../../concerns/queries/handled-place.server";
import { placeOfGuides } from "../../queries/place-of-guides.server";
import { typedText } from "../../ui/typed";
import { quickNoteForm } from "../form";
import { messages } from "../messages";
import { officeDayAt } from "../queries/heard-at.server";
import type { Route } from "./+types/note";

export const loader = conduct(async ({ world, request, params }: Route.LoaderArgs & { world: World }) => {
	const place = await placeOfGuides(world, params.place);
	const { places, topics } = await choices(world, place.ownerId);
	return {
		place,
		places,
		topics,
		kept: await keptForm(world, request),
		/** Notes on a shared device are sent in the name of who wrote them only. */
		writer: personIdOf(world.actor) ?? "",
		schluessel: newToken(),
		noted: /^[A-Z0-9]{8}$/.exec(new URL(request.url).searchParams.get("notiert") ?? "")?.[0] ?? null,
	};
});

export const action = conduct(async ({ world, request, params }: Route.ActionArgs & { world: World }) => {
	const { ownerId, slug } = await placeOfGuides(world, params.place);
	const form = await readForm(request, quickNoteForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { text, municipality, topic, schluessel, am } = form.value;
	const heardAt = am === "" ? world.now : new Date(am);
	const outcome = await captureConcern(world, {
		token: schluessel,
		ownerId,
		municipalityId: municipality,
		topicId: topic,
		kind: "NEED",
		text,
		origin: "OFFICE_DAY",
		askerName: null,
		askerEmail: null,
		mayBePublic: false,
		heardAt,
		officeDay: await officeDayAt(world, { ownerId, municipalityId: municipality, moment: heardAt }),
	});
	const here = `/o/${slug}/verwaltung/schnellnotiz`;
	if (outcome.done) return onward(`${here}?notiert=${outcome.value.code}`);
	if (outcome.refusals.some(({ code }) => code === "sent-before")) {
		// the device did not hear our answer and sent the note again
		const { code } = await linkedConcern(world, schluessel);
		return onward(`${here}?notiert=${code}`);
	}
	return again(form.typed, outcome.refusals);
});

/** Three fields for somebody on the way; the island keeps notes on the device while there is no network. */
export default function Note({ loaderData, actionData }: Route.ComponentProps) {
	const { place, places, topics, kept, writer, schluessel, noted } = loaderData;
	const t = useText(messages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const typed = actionData?.typed ?? kept;
	const here = `/o/${place.slug}/verwaltung`;
	return (
		<>
			<title>{`${t("title")} – ${place.name}`}</title>
			<link rel="manifest" href={`${here}/schnellnotiz.webmanifest`} />
			<WorkCrumbs place={place} entries={[{ label: t("title") }]} />
			<ErrorSummary errors={errors} />
			{noted && (
				<Alert tone="success" title={t("noted", { code: noted })} live>
					<p>{t("notedText")}</p>
					<p>
						<a href={`${here}/anliegen/${noted}`}>{t("open")}</a>
					</p>
				</Alert>
			)}
			<PageTitle title={t("title")} lead={t("lead")} />
			<div
				data-island="quick-note"
				data-writer={writer}
				data-concerns={`${here}/anliegen`}
				data-least={limits.textLeast}
				data-later={t("later")}
				data-sent={t("sent")}
				data-sign-in={t("signIn")}
				data-refused={t("refused")}
				data-edit={t("edit")}
				data-waiting={t("waiting")}
				data-waiting-text={t("waitingText")}
			>
				<Form hidden={{ schluessel, am: "" }}>
					<TextArea
						name="text"
						label={t("text")}
						hint={t("textHint")}
						rows={5}
						value={typedText(typed, "text")}
						error={at("text")}
					/>
					<Select
						name="municipality"
						label={t("place")}
						optional
						empty={t("placeUnknown")}
						options={places}
						value={typedText(typed, "municipality")}
						error={at("municipality")}
					/>
					<Select
						name="topic"
						label={t("topic")}
						optional
						empty={t("topicUnknown")}
						options={topics}
						value={typedText(typed, "topic")}
						error={at("topic")}
					/>
					<Button>{t("submit")}</Button>
				</Form>
			</div>
			<Section id="handy" title={t("install")}>
				<p>{t("installText")}</p>
			</Section>
		</>
	);
}
