import { Alert } from "~/design/alert";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { Meter } from "~/design/stat";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { importPath, importsPath } from "../addresses";
import { confirmImport, discardImport, mapImport } from "../commands/import.server";
import { mappingForm } from "../forms";
import { importFields, storedMapping } from "../import-table";
import { paperChannels } from "../paper";
import { type ImportPage, importPage } from "../queries/import-pages.server";
import { staffMessages } from "../staff-messages";
import { CheckedTable } from "../ui/checked-table";
import { PaperCrumbs } from "../ui/paper-crumbs";
import type { Route } from "./+types/import";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	table: await importPage(world, params),
	at: { place: params.place, process: params.process },
	known: new URL(request.url).searchParams.has("bekannt"),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { importId: id } = await importPage(world, params);
	const here = importPath(params, id);
	const fields = await formFields(request);
	const act = fields.get("act");
	if (act === "confirm") {
		const outcome = await confirmImport(world, { id });
		return outcome.done ? onward(here) : again({}, outcome.refusals);
	}
	if (act === "discard") {
		const outcome = await discardImport(world, { id });
		return outcome.done ? onward(importsPath(params)) : again({}, outcome.refusals);
	}
	const form = readFields(request, fields, mappingForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { way, ...columns } = form.value;
	const outcome = await mapImport(world, { id, mapping: storedMapping.parse(columns), channel: way });
	return outcome.done ? onward(`${here}#pruefung`) : again(form.typed, outcome.refusals);
});

export default function Import({ loaderData, actionData }: Route.ComponentProps) {
	const { table, at: here, known } = loaderData;
	const t = useText(staffMessages);
	const { errors, at } = useProblems(staffMessages, actionData?.refusals);
	return (
		<>
			<title>{`${table.fileName} – ${table.title}`}</title>
			<PaperCrumbs
				head={table}
				between={{ label: t("imports.title"), href: importsPath(here) }}
				here={table.fileName}
			/>
			<ErrorSummary errors={errors} />
			<PageTitle title={table.fileName} above={t("imports.title")} />
			{known && <Alert tone="info" title={t("imports.known")} live />}
			{table.importState === "checking" ? (
				<Checking table={table} typed={actionData?.typed} at={at} />
			) : (
				<Progress table={table} here={here} />
			)}
		</>
	);
}

function Checking(props: {
	table: ImportPage;
	typed: Record<string, string | string[]> | undefined;
	at: (field: string) => string | undefined;
}) {
	const t = useText(staffMessages);
	const { table, typed, at } = props;
	const { checked } = table;
	const columns = table.columns.map((name, index) => ({
		value: String(index),
		label: name || `${t("imports.column")} ${index + 1}`,
	}));
	const chosen = (field: (typeof importFields)[number]) => {
		const again = typed?.[field];
		const column = table.mapping[field];
		return typeof again === "string" ? again : column === undefined ? undefined : String(column);
	};
	return (
		<>
			{checked && (
				<Section id="pruefung" title={t("imports.check")}>
					<CheckedTable checked={checked} rows={table.rows} />
					<ButtonRow>
						{checked.errors === 0 && checked.taken < table.rows && table.takes && (
							<Form inline id="uebernehmen" hidden={{ act: "confirm" }}>
								<Button>{t("imports.confirm", { rows: table.rows - checked.taken })}</Button>
							</Form>
						)}
						<Form inline id="verwerfen" hidden={{ act: "discard" }}>
							<Button look="tertiary">{t("imports.discard")}</Button>
						</Form>
					</ButtonRow>
					{checked.errors === 0 && <p>{t("imports.confirmText")}</p>}
				</Section>
			)}
			<Section id="spalten" title={t("imports.columns")} intro={t("imports.columnsLead")}>
				<Form>
					{importFields.map((field) => (
						<Select
							key={field}
							name={field}
							label={t(`imports.fields.${field}`)}
							value={chosen(field)}
							options={columns}
							empty={t("imports.noColumn")}
							error={at(field)}
							optional={field !== "text"}
						/>
					))}
					<RadioGroup
						name="way"
						label={t("imports.channel")}
						value={typeof typed?.way === "string" ? typed.way : table.channel}
						error={at("way")}
						horizontal
						choices={paperChannels.map((value) => ({ value, label: t(`channels.${value}`) }))}
					/>
					<Button look="secondary">{t("imports.apply")}</Button>
				</Form>
			</Section>
		</>
	);
}

function Progress({ table, here }: { table: ImportPage; here: { place: string; process: string } }) {
	const t = useText(staffMessages);
	const process = `/o/${here.place}/beteiligung/${here.process}`;
	if (table.importState === "finished") {
		return (
			<>
				<Alert tone="success" title={t("imports.finished", { rows: table.rows - table.skipped })}>
					{table.skipped > 0 && <p>{t("imports.skipped", { count: table.skipped })}</p>}
				</Alert>
				<ButtonRow>
					<LinkButton href={process}>{t("imports.toProcess")}</LinkButton>
				</ButtonRow>
			</>
		);
	}
	return (
		<>
			<Alert tone="info" title={t("imports.writing")}>
				<p>{t("imports.writingText")}</p>
			</Alert>
			<div data-island="follow-progress">
				<Meter value={table.written} total={table.rows}>
					{t("imports.written", { written: table.written, rows: table.rows })}
				</Meter>
			</div>
			<ButtonRow>
				<LinkButton look="secondary" href={importPath(here, table.importId)}>
					{t("imports.reload")}
				</LinkButton>
			</ButtonRow>
		</>
	);
}
