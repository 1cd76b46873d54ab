import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { TextField } from "~/design/text-field";
import { dayOf, parseDay } from "~/platform/calendar.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { editingMessages } from "../../drafting/editing-messages";
import { editingPage } from "../../drafting/queries/editing-pages.server";
import { costClasses } from "../../drafting/readiness";
import { EditFrame } from "../../drafting/ui/edit-frame";
import { LineField, lineScope } from "../../drafting/ui/line-field";
import { itemForm } from "../../forms";
import { messages } from "../../messages";
import { fromDraft } from "../../queries/agreement-page.server";
import { CostTable } from "../../ui/agreement-tables";
import { saveCostItem } from "../commands/edit-costs.server";
import { readBasis, readYears } from "../cost-item-form";
import { euroField, percentField } from "../money-input";
import { type ShareKey, shareKeys } from "../shares";
import type { Route } from "./+types/edit-cost-item";

/** How many years a plan shows: the pilot and what comes after it. */
const yearsShown = 10;

function valueField(key: ShareKey, value: bigint): string {
	if (key === "fixed-percent") return percentField(value);
	return key === "fixed-amount" ? euroField(value) : value.toString();
}

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { draft, points: _, ...page } = await editingPage(world, params);
	const index = draft.items.findIndex(({ id }) => id === params.item);
	const item = draft.items[index];
	if (!item && params.item !== "neu") throw new NotFound();
	const stored = item?.years.map(({ year }) => year) ?? [];
	const first = Math.min(Number(draft.pilotStart?.slice(0, 4) ?? dayOf(world.now).year), ...stored);
	const last = Math.max(first + yearsShown - 1, ...stored);
	return {
		...page,
		revision: item?.revision ?? 0,
		shown: fromDraft(draft).items[index] ?? null,
		label: item?.label ?? "",
		costClass: item?.costClass ?? null,
		key: item?.key ?? null,
		restPartyId: item?.restParty ?? "",
		years: Array.from({ length: last - first + 1 }, (_, later) => {
			const amount = item?.years.find(({ year }) => year === first + later);
			return { year: first + later, amount: amount ? euroField(amount.cents) : "" };
		}),
		parties: draft.parties.map(({ id, organisation }) => {
			const basis = item?.basis.find(({ party }) => party === id);
			const source = item?.sources.find(({ party }) => party === id);
			return {
				id,
				name: organisation.name,
				value: item && basis ? valueField(item.key, basis.value) : "",
				source: source?.source ?? "",
				asOf: source?.asOf ?? "",
			};
		}),
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { here, code } = await editingPage(world, params);
	const form = await readForm(request, itemForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { label, costClass, key, revision, restPartyId, ...lists } = form.value;
	const years = readYears(lists.year, lists.amount);
	const lines = lists.partyId.map((partyId, index) => ({
		partyId,
		value: lists.value[index] ?? "",
		source: lists.source[index] ?? "",
		asOf: lists.asOf[index] ?? "",
	}));
	const basis = readBasis(key, lines);
	const refusals = [...years.refusals, ...basis.refusals];
	if (refusals.length > 0) return again(form.typed, refusals);
	const input = {
		label,
		costClass,
		key,
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
	const [, name, line] = /^(amount|value)-(\d+)$/.exec(field ?? "") ?? [];
	return line === undefined ? { field, message } : { field: name, form: lineScope(Number(line)), message };
}

export default function EditCostItem({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(editingMessages);
	const say = useText(messages);
	const problems = useProblems(messages, actionData?.refusals);
	const typed = actionData?.typed ?? {};
	const at = (name: string, index: number, fallback: string) => {
		const list = typed[name];
		return Array.isArray(list) ? (list[index] ?? "") : fallback;
	};
	const conflict = actionData?.refusals.some(({ code }) => code === "changed-meanwhile");
	return (
		<EditFrame page={page} title={t("costs.itemTitle")} errors={problems.errors.map(toLine)}>
			{conflict && page.shown && (
				<Alert tone="warning" title={t("edit.stored")}>
					<CostTable item={page.shown} />
				</Alert>
			)}
			{page.mayEdit && (
				<Form hidden={{ revision: String(page.revision) }}>
					<TextField
						name="label"
						label={t("costs.label")}
						value={typed.label?.toString() ?? page.label}
						error={problems.at("label")}
					/>
					<RadioGroup
						name="costClass"
						label={t("costs.costClass")}
						value={typed.costClass?.toString() ?? page.costClass ?? undefined}
						choices={costClasses.map((value) => ({ value, label: say(`classes.${value}`) }))}
						error={problems.at("costClass")}
					/>
					<RadioGroup
						name="key"
						label={t("costs.key")}
						value={typed.key?.toString() ?? page.key ?? undefined}
						choices={shareKeys.map((value) => ({ value, label: say(`keys.${value}`) }))}
						error={problems.at("key")}
					/>
					<Section title={t("costs.years")} id="jahre" intro={t("costs.amountHint")}>
						{page.years.map(({ year, amount }, index) => (
							<LineField key={year} line={index} hidden={{ year: String(year) }}>
								<TextField
									name="amount"
									optional
									inputMode="decimal"
									width="medium"
									label={t("costs.amount", { year: String(year) })}
									value={at("amount", index, amount)}
									error={problems.at(`amount-${index}`)}
								/>
							</LineField>
						))}
					</Section>
					<Section title={t("costs.basis")} id="schluessel" intro={t("costs.basisHint")}>
						{page.parties.map(({ id, name, value, source, asOf }, index) => (
							<LineField key={id} line={index} hidden={{ partyId: id }}>
								<TextField
									name="value"
									optional
									inputMode="decimal"
									width="medium"
									label={t("costs.value", { party: name })}
									value={at("value", index, value)}
									error={problems.at(`value-${index}`)}
								/>
								<TextField
									name="source"
									optional
									label={t("costs.source", { party: name })}
									value={at("source", index, source)}
								/>
								<DateField
									name="asOf"
									optional
									label={t("costs.asOf", { party: name })}
									value={at("asOf", index, asOf)}
								/>
							</LineField>
						))}
						<Select
							name="restPartyId"
							optional
							label={t("costs.rest")}
							empty={t("costs.nobody")}
							value={typed.restPartyId?.toString() ?? page.restPartyId}
							options={page.parties.map(({ id, name }) => ({ value: id, label: name }))}
						/>
					</Section>
					<Button>{t("edit.save")}</Button>
				</Form>
			)}
		</EditFrame>
	);
}
