import { data } from "react-router";
import { Alert } from "~/design/alert";
import { Button, ButtonRow } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { TextField } from "~/design/text-field";
import { dayOf, parseDay } from "~/platform/calendar.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields, type Typed } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { editingMessages } from "../../drafting/editing-messages";
import { editingPage } from "../../drafting/queries/editing-pages.server";
import { EditFrame } from "../../drafting/ui/edit-frame";
import { lineScope } from "../../drafting/ui/line-field";
import { messages } from "../../messages";
import { fromDraft } from "../../queries/shown-agreement.server";
import { CostTable } from "../../ui/agreement-tables";
import { saveCostItem } from "../commands/edit-costs.server";
import { costClasses, taxModes } from "../cost-item";
import { fillYears, readBasis, readIndex, readYears } from "../cost-item-form";
import { itemForm, unfinishedItemForm } from "../forms";
import { costMessages } from "../messages";
import { euroField, figureField, percentField } from "../money-input";
import { registerInhabitants } from "../queries/register-inhabitants.server";
import { shareKeys, variableKeys } from "../shares";
import { BasisFields, IndexFields, YearFields } from "../ui/item-fields";
import type { Route } from "./+types/edit-cost-item";

/** How many years a plan shows: the pilot and what comes after it. */
const yearsShown = 10;

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { draft, points: _, ...page } = await editingPage(world, params);
	const index = draft.items.findIndex(({ id }) => id === params.item);
	const item = draft.items[index];
	if (!item && params.item !== "neu") throw new NotFound();
	const stored = item?.years.map(({ year }) => year) ?? [];
	const first = Math.min(Number(draft.pilotStart?.slice(0, 4) ?? dayOf(world.now).year), ...stored);
	const last = Math.max(first + yearsShown - 1, ...stored);
	const rule = item?.index ?? null;
	return {
		...page,
		revision: item?.revision ?? 0,
		shown: fromDraft(draft).items[index] ?? null,
		label: item?.label ?? "",
		costClass: item?.costClass ?? "",
		tax: item?.tax ?? "",
		key: item?.key ?? "",
		variableKey: item?.variableKey ?? "",
		unit: item?.unit ?? "",
		restPartyId: item?.restParty ?? "",
		index: {
			indexBasis: rule?.basis ?? "",
			indexBaseYear: rule ? String(rule.baseYear) : "",
			indexPerYear: rule ? percentField(rule.perYear) : "",
			indexThreshold: rule ? percentField(rule.threshold) : "",
			indexCap: rule && rule.cap !== null ? percentField(rule.cap) : "",
			indexEffect: rule?.effect ?? "review",
		},
		years: Array.from({ length: last - first + 1 }, (_, later) => {
			const amount = item?.years.find(({ year }) => year === first + later);
			return { year: first + later, amount: amount ? euroField(amount.typed ?? amount.cents) : "" };
		}),
		parties: draft.parties.map(({ id, organisation }) => {
			const basis = item?.basis.find(({ party }) => party === id);
			const source = item?.sources.find(({ party }) => party === id);
			const euros = (cents: bigint | null | undefined) =>
				cents === null || cents === undefined ? "" : euroField(cents);
			return {
				id,
				name: organisation.name,
				value:
					item && basis
						? figureField(item.key === "base-plus" ? (item.variableKey ?? null) : item.key, basis.value)
						: "",
				base: euros(basis?.base),
				cap: euros(basis?.cap),
				source: source?.source ?? "",
				asOf: source?.asOf ?? "",
			};
		}),
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { here, code, draft } = await editingPage(world, params);
	const fields = await formFields(request);
	if (fields.get("act") === "register") {
		const form = readFields(request, fields, unfinishedItemForm);
		if (!form.valid) return again(form.typed, form.refusals);
		const organisations = new Map(draft.parties.map(({ id, organisation }) => [id, organisation.id]));
		const figures = await registerInhabitants(world, [...organisations.values()]);
		const lines = form.value.partyId.map((id) => figures.get(organisations.get(id) ?? ""));
		const kept = (name: "value" | "source" | "asOf", of: (figure: NonNullable<(typeof lines)[number]>) => string) =>
			lines.map((figure, index) => (figure ? of(figure) : (form.value[name][index] ?? "")));
		const typed: Typed = {
			...form.typed,
			...(form.value.key === "base-plus" ? { variableKey: "inhabitants" } : { key: "inhabitants" }),
			value: kept("value", ({ value }) => String(value)),
			source: kept("source", ({ source }) => source),
			asOf: kept("asOf", ({ asOf }) => asOf),
		};
		return data({ typed, refusals: [], filled: lines.filter(Boolean).length });
	}
	const form = readFields(request, fields, itemForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { label, costClass, tax, key, unit, revision, restPartyId, ...given } = form.value;
	const variableKey = given.variableKey || null;
	const typedYears = readYears(given.year, given.amount);
	const yearly = { amount: given.yearlyAmount, from: given.yearlyFrom, until: given.yearlyUntil };
	const years = fillYears(typedYears.years, yearly);
	const lines = given.partyId.map((partyId, index) => ({
		partyId,
		value: given.value[index] ?? "",
		base: given.base[index] ?? "",
		cap: given.cap[index] ?? "",
		source: given.source[index] ?? "",
		asOf: given.asOf[index] ?? "",
	}));
	const basis = readBasis(key, lines, variableKey);
	const index = readIndex(given);
	const refusals = [...typedYears.refusals, ...years.refusals, ...basis.refusals, ...index.refusals];
	if (label === "") refusals.unshift({ code: "text-empty", field: "label" });
	if (refusals.length > 0) return again(form.typed, refusals);
	const input = {
		label,
		costClass,
		tax,
		key,
		variableKey,
		unit,
		index: index.index,
		restPartyId: restPartyId || null,
		years: years.years,
		basis: basis.basis.map(({ asOf, ...line }) => ({ ...line, asOf: parseDay(asOf) })),
	};
	const item = params.item === "neu" ? null : { id: params.item, revision };
	const outcome = await saveCostItem(world, { code, item, input });
	return outcome.done ? onward(`${here}/kosten?saved`) : again(form.typed, outcome.refusals);
});

/** Leads from the summary to the line of a list. */
function toLine({ field, message }: { field?: string; message: string }) {
	const [, name, line] = /^(amount|value|base|cap)-(\d+)$/.exec(field ?? "") ?? [];
	return line === undefined ? { field, message } : { field: name, form: lineScope(Number(line)), message };
}

export default function EditCostItem({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(costMessages);
	const edit = useText(editingMessages);
	const say = useText(messages);
	const problems = useProblems(messages, actionData?.refusals);
	const typed: Typed = actionData?.typed ?? {};
	const filled = {
		text: (name: string, stored = "") => typed[name]?.toString() ?? stored,
		line: (name: string, index: number, stored: string) => {
			const list = typed[name];
			return Array.isArray(list) ? (list[index] ?? "") : stored;
		},
		error: problems.at,
	};
	const conflict = actionData?.refusals.some(({ code }) => code === "changed-meanwhile");
	const taken = actionData && "filled" in actionData ? Number(actionData.filled) : null;
	return (
		<EditFrame page={page} title={t("item.title")} errors={problems.errors.map(toLine)}>
			{conflict && page.shown && (
				<Alert tone="warning" title={edit("edit.stored")}>
					<CostTable item={page.shown} />
				</Alert>
			)}
			{taken !== null && (
				<Alert tone={taken > 0 ? "success" : "warning"} title={t("item.filled", { count: taken })} live />
			)}
			{page.mayEdit && (
				<Form hidden={{ revision: String(page.revision) }}>
					<TextField
						name="label"
						label={t("item.label")}
						value={filled.text("label", page.label)}
						error={problems.at("label")}
					/>
					<RadioGroup
						name="costClass"
						label={t("item.costClass")}
						value={filled.text("costClass", page.costClass)}
						choices={costClasses.map((value) => ({ value, label: say(`classes.${value}`) }))}
						error={problems.at("costClass")}
					/>
					<RadioGroup
						name="tax"
						label={t("item.tax")}
						value={filled.text("tax", page.tax || "unclear")}
						choices={taxModes.map((value) => ({ value, label: t(`tax.${value}`) }))}
						error={problems.at("tax")}
					/>
					<YearFields years={page.years} filled={filled} />
					<IndexFields stored={page.index} filled={filled} />
					<Section title={t("item.basis")} id="schluessel" intro={t("item.basisHint")}>
						<RadioGroup
							name="key"
							label={t("item.key")}
							value={filled.text("key", page.key)}
							choices={shareKeys.map((value) => ({ value, label: say(`keys.${value}`) }))}
							error={problems.at("key")}
						/>
						<Select
							name="variableKey"
							optional
							label={t("item.variableKey")}
							empty={t("item.noVariable")}
							value={filled.text("variableKey", page.variableKey)}
							options={variableKeys.map((value) => ({ value, label: say(`keys.${value}`) }))}
							error={problems.at("variableKey")}
						/>
						<TextField
							name="unit"
							optional
							width="medium"
							label={t("item.unit")}
							hint={t("item.unitHint")}
							value={filled.text("unit", page.unit)}
							error={problems.at("unit")}
						/>
						<BasisFields parties={page.parties} filled={filled} />
						<Select
							name="restPartyId"
							optional
							label={t("item.rest")}
							empty={t("item.nobody")}
							value={filled.text("restPartyId", page.restPartyId)}
							options={page.parties.map(({ id, name }) => ({ value: id, label: name }))}
						/>
					</Section>
					<ButtonRow>
						<Button>{edit("edit.save")}</Button>
						<Button name="act" value="register" look="secondary">
							{t("item.register")}
						</Button>
					</ButtonRow>
				</Form>
			)}
		</EditFrame>
	);
}
