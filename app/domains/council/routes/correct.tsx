import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm, type Typed } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { correctResolution } from "../commands/correct-resolution.server";
import { correctForm, detailsFrom } from "../forms";
import { messages } from "../messages";
import { managedResolution } from "../queries/find-resolution.server";
import { correctPage } from "../queries/resolution-page.server";
import { staffMessages } from "../staff-messages";
import { ResolutionFields, textIn } from "../ui/resolution-fields";
import type { Route } from "./+types/correct";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	...(await correctPage(world, params)),
	kept: await keptForm(world, request),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id, code } = await managedResolution(world, params);
	const form = await readForm(request, correctForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { revision, correctionNote, ...details } = form.value;
	const outcome = await correctResolution(world, { ...detailsFrom(details), id, revision, correctionNote });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${params.place}/verwaltung/beschluesse/${code}?gespeichert`);
});

export default function Correct({ loaderData, actionData }: Route.ComponentProps) {
	const { place, code, title, isPublic, values, kept } = loaderData;
	const t = useText(staffMessages);
	const problems = useProblems(messages, actionData?.refusals);
	const shown: Typed = actionData?.typed ?? kept ?? values;
	const list = `/o/${place.slug}/verwaltung/beschluesse`;
	return (
		<>
			<title>{`${t("form.editTitle")} – ${title}`}</title>
			<WorkCrumbs
				place={place}
				entries={[
					{ label: t("list.title"), href: list },
					{ label: title, href: `${list}/${code}` },
					{ label: t("form.editTitle") },
				]}
			/>
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("form.editTitle")} above={title} />
			<Form
				hidden={{ revision: textIn(shown, "revision") || textIn(values, "revision") }}
				draftKey={`resolution:${code}`}
			>
				<ResolutionFields values={shown} problems={problems} />
				{isPublic && (
					<TextArea
						name="correctionNote"
						label={t("form.correctionNote")}
						hint={t("form.correctionNoteHint")}
						value={textIn(shown, "correctionNote")}
						error={problems.at("correctionNote")}
						rows={2}
					/>
				)}
				<Button>{t("form.save")}</Button>
			</Form>
		</>
	);
}
