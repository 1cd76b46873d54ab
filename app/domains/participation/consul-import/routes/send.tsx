import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { DataTable } from "~/design/data-table";
import { ErrorSummary } from "~/design/error-summary";
import { FileField } from "~/design/file-field";
import { Form } from "~/design/form";
import { Flow, Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { LocalDate } from "~/design/time";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readFields } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { textOf } from "../../processes/ui/process-fields";
import { PlaceCrumbs } from "../../processes/ui/work-crumbs";
import { sendFile } from "../commands/send-file.server";
import { sendForm } from "../forms";
import { messages } from "../messages";
import { importPlace } from "../queries/import-pages.server";
import { readUpload } from "../read-upload.server";
import { contributionKinds } from "../record";
import type { Route } from "./+types/send";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { place, imported } = await importPlace(world, params.place);
	return { place, imported };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { organisationId } = await importPlace(world, params.place);
	const sent = await readUpload(request);
	if (!sent.done) return again({}, sent.refusals);
	const form = readFields(request, sent.value.fields, sendForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { file } = sent.value;
	if (!file) return again(form.typed, [{ code: "file-missing", field: "file" }]);
	const outcome = await sendFile(world, {
		organisationId,
		name: file.name,
		kind: form.value.kind || null,
		bytes: new Uint8Array(file.bytes),
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${params.place}/verwaltung/beteiligung/import/${outcome.value.id}`);
});

/** Sends the file of another platform; nothing is taken over yet. */
export default function Send({ loaderData: { place, imported }, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	return (
		<>
			<title>{`${t("send.title")} – ${place.name}`}</title>
			<PlaceCrumbs place={place} here={t("send.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("send.title")} above={place.name} lead={t("send.lead")} />
			<Form files>
				<FileField
					name="file"
					label={t("send.file")}
					hint={t("send.fileHint")}
					error={at("file")}
					accept=".json,.csv,.xlsx"
				/>
				<RadioGroup
					name="kind"
					label={t("send.kind")}
					hint={t("send.kindHint")}
					value={textOf(actionData?.typed.kind)}
					error={at("kind")}
					choices={[
						{ value: "", label: t("send.inFile") },
						...contributionKinds.map((kind) => ({ value: kind, label: t(`many.${kind}`) })),
					]}
				/>
				<Button>{t("send.send")}</Button>
			</Form>
			<Section id="ausfuhr" title={t("send.how")}>
				<Flow>
					<ul>
						<li>{t("send.howGraphql")}</li>
						<li>{t("send.howTable")}</li>
						<li>{t("send.howProcesses")}</li>
					</ul>
				</Flow>
			</Section>
			{imported.length > 0 && (
				<Section id="uebernommen" title={t("send.imported")}>
					<DataTable
						caption={t("send.imported")}
						captionHidden
						columns={[
							{
								key: "title",
								header: t("send.process"),
								cell: (row: (typeof imported)[number]) => (
									<a href={`/o/${place.slug}/beteiligung/${row.slug}`}>{row.title}</a>
								),
								rowHeader: true,
							},
							{ key: "source", header: t("send.source"), cell: (row: (typeof imported)[number]) => row.source },
							{
								key: "at",
								header: t("send.at"),
								cell: (row: (typeof imported)[number]) => <LocalDate value={row.importedAt} />,
							},
						]}
						rows={imported}
						rowKey={({ slug }) => slug}
					/>
				</Section>
			)}
		</>
	);
}
