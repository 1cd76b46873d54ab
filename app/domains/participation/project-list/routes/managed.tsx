import { z } from "zod";
import { Alert } from "~/design/alert";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { EmptyState } from "~/design/empty-state";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { setThreshold } from "../commands/ask-participation.server";
import { confirmProject } from "../commands/keep-project.server";
import { confirmForm, thresholdForm } from "../forms";
import { messages } from "../messages";
import { managedProject } from "../queries/find-project.server";
import { managedProjects } from "../queries/managed-projects.server";
import { staffMessages } from "../staff-messages";
import { textIn } from "../ui/project-fields";
import type { Route } from "./+types/managed";

const pageNumber = z.coerce.number().int().min(1).max(10_000).catch(1);

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const query = new URL(request.url).searchParams;
	const page = pageNumber.parse(query.get("seite") ?? 1);
	const due = query.has("faellig");
	const list = await managedProjects(world, { place: params.place, page, due });
	return { ...list, page, due, confirmed: query.has("bestaetigt") };
});

const actOf = z.enum(["confirm", "threshold"]).catch("confirm");

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const here = `/o/${params.place}/verwaltung/vorhaben`;
	const fields = await formFields(request);
	if (actOf.parse(fields.get("act")) === "threshold") {
		const { organisationId } = await managedProjects(world, { place: params.place, page: 1, due: false });
		const form = readFields(request, fields, thresholdForm);
		if (!form.valid) return again(form.typed, form.refusals);
		const outcome = await setThreshold(world, { organisationId, threshold: form.value.threshold });
		return outcome.done ? onward(`${here}#regeln`) : again(form.typed, outcome.refusals);
	}
	const form = readFields(request, fields, confirmForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { id } = await managedProject(world, { place: params.place, code: form.value.project });
	const outcome = await confirmProject(world, { id, revision: form.value.revision });
	const back = new URL(request.url).searchParams.has("faellig") ? "faellig=1&bestaetigt" : "bestaetigt";
	return outcome.done ? onward(`${here}?${back}`) : again(form.typed, outcome.refusals);
});

export default function Managed({ loaderData, actionData }: Route.ComponentProps) {
	const { place, projects, more, page, due, confirmed, threshold, may } = loaderData;
	const t = useText(staffMessages);
	const words = useText(messages);
	const { date } = useFormat();
	const problems = useProblems(messages, actionData?.refusals);
	const here = `/o/${place.slug}/verwaltung/vorhaben`;
	return (
		<>
			<title>{`${t("list.title")} – ${place.name}`}</title>
			<WorkCrumbs place={place} entries={[{ label: t("list.title") }]} />
			{confirmed && !actionData && <Alert tone="success" title={t("list.confirmed")} live />}
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("list.title")} above={place.name}>
				<ButtonRow>
					<LinkButton href={`${here}/neu`}>{t("list.create")}</LinkButton>
					<LinkButton href={`/o/${place.slug}/vorhaben`} look="secondary">
						{t("list.public")}
					</LinkButton>
				</ButtonRow>
			</PageTitle>
			<p>{due ? <a href={here}>{t("list.all")}</a> : <a href={`${here}?faellig=1`}>{t("list.onlyDue")}</a>}</p>
			<DataTable
				caption={t("list.caption", { place: place.name })}
				rows={projects}
				rowKey={({ code }) => code}
				empty={
					<EmptyState title={t(due ? "list.emptyDue" : "list.empty")}>
						{due ? null : <p>{t("list.emptyHint")}</p>}
					</EmptyState>
				}
				columns={[
					{
						key: "title",
						header: t("list.name"),
						rowHeader: true,
						cell: ({ code, title }) => <a href={`${here}/${code}`}>{title}</a>,
					},
					{ key: "stage", header: t("list.stage"), cell: ({ stage }) => words(`stages.${stage}`) },
					{
						key: "participation",
						header: t("list.participation"),
						cell: ({ participation }) => t(`form.${participation}`),
					},
					{
						key: "wishes",
						header: t("list.wishesHead"),
						cell: ({ code, wishes, request }) => (
							<>
								{t("list.wishesCount", { count: wishes })}
								{request === "reached" && (
									<>
										<br />
										<a href={`${here}/${code}/antwort`}>{t("list.owed")}</a>
									</>
								)}
							</>
						),
					},
					{
						key: "review",
						header: t("list.review"),
						cell: (row) =>
							row.reviewDueOn === null ? (
								words(`stages.${row.stage}`)
							) : (
								<>
									{t(row.due ? "list.due" : "list.fine", { date: date(row.confirmedAt) })}
									<Form
										id={`aktuell-${row.code}`}
										hidden={{ act: "confirm", project: row.code, revision: String(row.revision) }}
										inline
									>
										<Button look="secondary" small label={t("list.confirmOf", { title: row.title })}>
											{t("list.confirm")}
										</Button>
									</Form>
								</>
							),
					},
					{ key: "public", header: t("list.visible"), cell: ({ isPublic }) => t(isPublic ? "list.yes" : "list.no") },
				]}
			/>
			{more && <a href={`${here}?seite=${page + 1}`}>{t("list.page", { page: String(page + 1) })}</a>}
			<Section id="regeln" title={t("rules.title")} intro={t("rules.intro")}>
				{may.publish ? (
					<Form hidden={{ act: "threshold" }}>
						<TextField
							name="threshold"
							label={t("rules.threshold")}
							inputMode="numeric"
							width="short"
							value={textIn(actionData?.typed ?? {}, "threshold") || String(threshold)}
							error={problems.at("threshold")}
						/>
						<Button look="secondary">{t("rules.save")}</Button>
					</Form>
				) : (
					<p>{t("rules.now", { count: threshold })}</p>
				)}
			</Section>
		</>
	);
}
