import { data } from "react-router";
import { z } from "zod";
import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { Checkbox } from "~/design/choice-group";
import { DataTable } from "~/design/data-table";
import { DateField } from "~/design/date-field";
import { ErrorSummary } from "~/design/error-summary";
import { FileField } from "~/design/file-field";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields, type Typed } from "~/platform/http/forms.server";
import { textFor, useText } from "~/platform/i18n";
import { NotFound, refused } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { dayLookedAt } from "../days.server";
import { oparlAddressForm, oparlForm } from "../forms";
import { fetchOparl } from "../importing/fetch-oparl.server";
import { importOparl } from "../importing/import-oparl.server";
import { importMessages } from "../importing/messages";
import { type Oparl, type OparlProblem, packOparl, readOparl, unpackOparl } from "../importing/oparl";
import { readJsonUpload } from "../importing/read-json-upload.server";
import { messages } from "../messages";
import { keepersPlace } from "../queries/place-of-network.server";
import { staffMessages } from "../staff-messages";
import { textIn } from "../ui/typed";
import type { Route } from "./+types/import-oparl";

const counts = z.object({
	entered: z.coerce.number().int(),
	changed: z.coerce.number().int(),
	began: z.coerce.number().int(),
	ended: z.coerce.number().int(),
});

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const result = counts.safeParse(Object.fromEntries(new URL(request.url).searchParams));
	return {
		place: await keepersPlace(world, params.place),
		today: dayLookedAt(null, world.now).text,
		result: result.success ? result.data : null,
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { ownerId, slug } = await keepersPlace(world, params.place);
	if (request.headers.get("content-type")?.startsWith("multipart/form-data")) {
		const sent = await readJsonUpload(request);
		if (!sent.done) return again({}, sent.refusals);
		if (sent.value === null) return again({}, refused("table-missing", { field: "file" }).refusals);
		const oparl = readOparl(sent.value);
		if (!oparl) return again({}, refused("oparl-unreadable", { field: "file" }).refusals);
		return preview(oparl, {});
	}
	const fields = await formFields(request);
	if (fields.get("act") === "fetch") {
		const asked = readFields(request, fields, oparlAddressForm);
		if (!asked.valid) return again(asked.typed, asked.refusals);
		const fetched = await fetchOparl(asked.value.address);
		if (!fetched.done) return again(asked.typed, fetched.refusals);
		// Lists that were read to their end are complete; where they came from is the source.
		const source = textFor(world.locale, importMessages)("oparl.sourceAt", { host: new URL(asked.value.address).host });
		return preview(fetched.value, { ...asked.typed, source, complete: "on" });
	}
	const form = readFields(request, fields, oparlForm);
	const packed = form.typed.objects;
	const oparl = typeof packed === "string" ? unpackOparl(packed) : null;
	if (!oparl) throw new NotFound();
	const { people, bodies, memberships } = oparl;
	const found = { people: people.length, bodies: bodies.length, memberships: memberships.length };
	const shownAgain = (refusals: { code: string; field?: string }[]) =>
		data({ typed: form.typed, refusals, found, problems: [], packed: packOparl(oparl) }, { status: 422 });
	if (!form.valid) return shownAgain(form.refusals);
	const { complete, lapsedOn, purpose, source } = form.value;
	const outcome = await importOparl(world, { ownerId, oparl, complete: complete === "on", lapsedOn, purpose, source });
	if (!outcome.done) return shownAgain(outcome.refusals);
	const told = Object.entries(outcome.value).map(([name, count]) => [name, String(count)]);
	return onward(`/o/${slug}/verwaltung/netzwerk/einlesen/oparl?${new URLSearchParams(told)}`);
});

/** What was found, to be looked at before it is taken over. */
function preview(oparl: Oparl, typed: Typed) {
	const { people, bodies, memberships, problems } = oparl;
	const found = { people: people.length, bodies: bodies.length, memberships: memberships.length };
	return data({ typed, refusals: [], found, problems: problems.slice(0, 100), packed: packOparl(oparl) });
}

/** Council members from an OParl address or a file of OParl objects: looked at, then taken over. */
export default function ImportOparl({ loaderData: { place, today, result }, actionData }: Route.ComponentProps) {
	const t = useText(importMessages);
	const staff = useText(staffMessages);
	const say = useText(messages);
	const problems = useProblems(messages, actionData?.refusals);
	const list = `/o/${place.slug}/verwaltung/netzwerk`;
	const read = actionData && "found" in actionData ? actionData : null;
	const typed: Typed = read?.typed ?? {};
	const wrong: readonly OparlProblem[] = read?.problems ?? [];
	return (
		<>
			<title>{`${t("oparl.title")} – ${place.name}`}</title>
			<WorkCrumbs
				place={place}
				entries={[
					{ label: staff("list.title"), href: list },
					{ label: t("title"), href: `${list}/einlesen` },
					{ label: t("oparl.title") },
				]}
			/>
			{result && !actionData && <Alert tone="success" title={t("oparl.result", result)} live />}
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("oparl.title")} lead={t("oparl.lead")} />
			{wrong.length > 0 && (
				<>
					<Alert tone="danger" title={t("oparl.wrong")} live />
					<DataTable
						caption={t("oparl.problems")}
						rows={wrong}
						rowKey={({ code, what }) => `${code} ${what}`}
						columns={[
							{ key: "what", header: t("oparl.what"), rowHeader: true, cell: ({ what }) => what },
							{ key: "problem", header: t("problem"), cell: ({ code }) => say(`refusals.${code}`) },
						]}
					/>
				</>
			)}
			{read && wrong.length === 0 && (
				<>
					<Alert tone="success" title={t("oparl.found", read.found)} live />
					<Form id="uebernehmen" hidden={{ objects: read.packed }}>
						<TextField
							name="purpose"
							label={t("oparl.purpose")}
							value={textIn(typed, "purpose") || t("oparl.usualPurpose")}
							error={problems.at("purpose")}
							maxLength={200}
						/>
						<TextField
							name="source"
							label={t("oparl.source")}
							value={textIn(typed, "source") || t("oparl.usualSource")}
							error={problems.at("source")}
							maxLength={200}
						/>
						<Checkbox
							name="complete"
							label={t("oparl.complete")}
							hint={t("oparl.completeHint")}
							checked={textIn(typed, "complete") === "on"}
							optional
						/>
						<DateField
							name="lapsedOn"
							label={t("oparl.lapsedOn")}
							value={textIn(typed, "lapsedOn") || today}
							error={problems.at("lapsedOn")}
						/>
						<Button>{t("oparl.take")}</Button>
					</Form>
				</>
			)}
			<Section id="von-adresse" title={t("oparl.fromAddress")}>
				<Form id="adresse" hidden={{ act: "fetch" }}>
					<TextField
						name="address"
						type="url"
						label={t("oparl.address")}
						hint={t("oparl.addressHint")}
						value={textIn(actionData?.typed ?? {}, "address")}
						error={problems.at("address")}
						maxLength={500}
					/>
					<Button look={read ? "secondary" : "primary"}>{t("oparl.ask")}</Button>
				</Form>
			</Section>
			<Section id="aus-datei" title={t("oparl.fromFile")}>
				<Form files id="datei">
					<FileField name="file" accept=".json,application/json" label={t("oparl.file")} error={problems.at("file")} />
					<Button look="secondary">{t("oparl.read")}</Button>
				</Form>
			</Section>
		</>
	);
}
