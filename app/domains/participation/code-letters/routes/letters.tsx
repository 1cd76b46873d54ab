import { Alert } from "~/design/alert";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { ErrorSummary } from "~/design/error-summary";
import { FileField } from "~/design/file-field";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { LocalDateTime } from "~/design/time";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { addressLimits } from "../address-table";
import { keepAddresses } from "../commands/letter-runs.server";
import { lettersPage } from "../queries/letter-subject.server";
import { staffMessages } from "../staff-messages";
import { LetterCrumbs } from "../ui/letter-crumbs";
import { uploadedAddresses } from "../uploaded-addresses.server";
import type { Route } from "./+types/letters";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	lettersPage(world, params),
);

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	// whoever may not see the page shall not fill the disk either
	const { kind, subjectId, path } = await lettersPage(world, params);
	const upload = await uploadedAddresses(request);
	if (!upload.done) return again({}, upload.refusals);
	const outcome = await keepAddresses(world, { kind, subjectId, addresses: upload.value });
	return outcome.done ? onward(`${path}/${outcome.value.id}`) : again({}, outcome.refusals);
});

/** Letters with a code each for a survey or a vote: a new table, and the letters so far. */
export default function Letters({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const { number } = useFormat();
	const { errors, at } = useProblems(staffMessages, actionData?.refusals);
	const settings = page.kind === "survey" ? `${page.managed}/wer-antwortet` : page.managed;
	return (
		<>
			<title>{`${t("title")} – ${page.title}`}</title>
			<LetterCrumbs head={page} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("title")} above={page.title} lead={t("lead")}>
				<p>{t("codes", { count: page.codes })}</p>
			</PageTitle>
			{!page.byLetter ? (
				<Alert tone="warning" title={t("notByLetter")}>
					<p>{t("notByLetterText")}</p>
					<LinkButton look="secondary" href={settings}>
						{t("toSettings")}
					</LinkButton>
				</Alert>
			) : page.takesCodes ? (
				<Form files>
					<FileField
						name="table"
						label={t("table")}
						hint={t("tableHint", { most: addressLimits.letters })}
						accept=".xlsx,.csv"
						error={at("table")}
					/>
					<ButtonRow>
						<Button>{t("check")}</Button>
						<LinkButton look="secondary" href={`${page.path}/muster`} download>
							{t("template")}
						</LinkButton>
					</ButtonRow>
				</Form>
			) : (
				<Alert tone="info" title={t("tooLate")}>
					<p>{t("tooLateText")}</p>
				</Alert>
			)}
			<Section id="briefe" title={t("runs")}>
				<DataTable
					caption={t("runs")}
					captionHidden
					rows={page.runs}
					rowKey={({ id }) => id}
					empty={<p>{t("none")}</p>}
					columns={[
						{
							key: "run",
							header: t("letters"),
							rowHeader: true,
							cell: (run) => <a href={`${page.path}/${run.id}`}>{t("run", { number: String(run.number) })}</a>,
						},
						{ key: "letters", header: t("howMany"), numeric: true, cell: ({ letters }) => number(letters) },
						{ key: "on", header: t("on"), cell: ({ uploadedAt }) => <LocalDateTime value={uploadedAt} /> },
						{
							key: "state",
							header: t("state"),
							cell: ({ madeAt, takenBackAt }) =>
								t(`states.${takenBackAt ? "taken-back" : madeAt ? "made" : "checked"}`),
						},
					]}
				/>
			</Section>
		</>
	);
}
