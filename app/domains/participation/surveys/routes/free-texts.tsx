import { Button, ButtonRow } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { EmptyState } from "~/design/empty-state";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { UploadList } from "~/design/upload-list";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { decideText } from "../commands/publish-results.server";
import { textForm } from "../forms";
import { managedSurvey } from "../queries/survey-pages.server";
import { staffMessages } from "../staff-messages";
import { StaffSurveyCrumbs } from "../ui/survey-crumbs";
import type { Route } from "./+types/free-texts";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const survey = await managedSurvey(world, params);
	if (!survey.mayManage) throw new NotFound();
	return survey;
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { staffPath } = await managedSurvey(world, params);
	const form = await readForm(request, textForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { answer, key, act } = form.value;
	await decideText(world, { answerId: answer, key, shown: act === "show" });
	return onward(`${staffPath}/texte`);
});

export default function FreeTexts({ loaderData: survey }: Route.ComponentProps) {
	const t = useText(staffMessages);
	return (
		<>
			<title>{`${t("texts.title")} – ${survey.title}`}</title>
			<StaffSurveyCrumbs head={survey} here={t("texts.title")} />
			<PageTitle title={t("texts.title")} above={survey.title} lead={t("texts.lead")} />
			<DataTable
				caption={t("texts.title")}
				captionHidden
				rows={survey.texts}
				rowKey={({ answerId, key }) => `${answerId}-${key}`}
				empty={<EmptyState title={t("texts.none")} />}
				columns={[
					{ key: "text", header: t("texts.text"), rowHeader: true, cell: ({ text }) => text },
					{ key: "question", header: t("staff.question"), cell: ({ question }) => question },
					{ key: "state", header: t("texts.state"), cell: ({ state }) => t(`texts.states.${state}`) },
					{
						key: "act",
						header: t("texts.decide"),
						cell: ({ answerId, key, state, text }) => (
							<Form inline id={`text-${answerId}-${key}`} hidden={{ answer: answerId, key }}>
								<ButtonRow>
									{state !== "shown" && (
										<Button
											small
											look="secondary"
											name="act"
											value="show"
											label={`${t("texts.show")}: ${text.slice(0, 60)}`}
										>
											{t("texts.show")}
										</Button>
									)}
									{state !== "hidden" && (
										<Button
											small
											look="tertiary"
											name="act"
											value="hide"
											label={`${t("texts.hide")}: ${text.slice(0, 60)}`}
										>
											{t("texts.hide")}
										</Button>
									)}
								</ButtonRow>
							</Form>
						),
					},
				]}
			/>
			{survey.files.length > 0 && (
				<Section id="dateien" title={t("texts.files")} intro={t("texts.filesText")}>
					<UploadList files={survey.files.map(({ question, ...file }) => ({ ...file, kind: question }))} />
				</Section>
			)}
		</>
	);
}
