import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { parseDay } from "~/platform/calendar.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields, type Typed } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { editingPage } from "../../drafting/queries/editing-pages.server";
import { EditFrame } from "../../drafting/ui/edit-frame";
import { RemoveButton } from "../../drafting/ui/remove-button";
import {
	actForm,
	bindingForm,
	conditionForm,
	contactForm,
	informationForm,
	publicRelationsForm,
	removeForm,
} from "../../forms";
import { messages as publicMessages } from "../../messages";
import {
	addContact,
	addFundingCondition,
	addInformationDuty,
	bindUntil,
	removeParticular,
	savePublicRelations,
} from "../commands/edit-particulars.server";
import { messages } from "../messages";
import { approvals, rhythms } from "../particulars";
import { ConditionTable, ContactTable, InformationTable } from "../ui/particular-tables";
import type { Route } from "./+types/edit-particulars";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const { draft, points: _, ...page } = await editingPage(world, params);
	return {
		...page,
		saved: new URL(request.url).searchParams.has("saved"),
		kept: await keptForm(world, request),
		parties: draft.parties.map(({ id, organisation }) => ({ value: id, label: organisation.name })),
		particulars: draft.particulars,
	};
});

/** A day that may be left out: null when it is, undefined when it is none. */
function maybeDay(typed: string): Date | null | undefined {
	return typed === "" ? null : (parseDay(typed) ?? undefined);
}

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { here, code } = await editingPage(world, params);
	const fields = await formFields(request);
	const { act } = actForm.parse({ act: fields.get("act") ?? "" });
	const back = onward(`${here}/auflagen?saved`);
	const typedAs = (typed: Typed) => ({ ...typed, act });
	if (act === "binding") {
		const form = readFields(request, fields, bindingForm);
		if (!form.valid) return again(typedAs(form.typed), form.refusals);
		const boundUntil = maybeDay(form.value.boundUntil);
		if (boundUntil === undefined) return again(typedAs(form.typed), [{ code: "date-invalid", field: "boundUntil" }]);
		const outcome = await bindUntil(world, { code, boundUntil });
		return outcome.done ? back : again(typedAs(form.typed), outcome.refusals);
	}
	if (act === "condition") {
		const form = readFields(request, fields, conditionForm);
		if (!form.valid) return again(typedAs(form.typed), form.refusals);
		const dueOn = maybeDay(form.value.dueOn);
		if (dueOn === undefined) return again(typedAs(form.typed), [{ code: "date-invalid", field: "dueOn" }]);
		const outcome = await addFundingCondition(world, { code, ...form.value, dueOn });
		return outcome.done ? back : again(typedAs(form.typed), outcome.refusals);
	}
	if (act === "information") {
		const form = readFields(request, fields, informationForm);
		if (!form.valid) return again(typedAs(form.typed), form.refusals);
		const firstOn = maybeDay(form.value.firstOn);
		if (firstOn === undefined) return again(typedAs(form.typed), [{ code: "date-invalid", field: "firstOn" }]);
		const outcome = await addInformationDuty(world, { code, ...form.value, firstOn });
		return outcome.done ? back : again(typedAs(form.typed), outcome.refusals);
	}
	if (act === "public") {
		const form = readFields(request, fields, publicRelationsForm);
		if (!form.valid) return again(typedAs(form.typed), form.refusals);
		const outcome = await savePublicRelations(world, { code, ...form.value });
		return outcome.done ? back : again(typedAs(form.typed), outcome.refusals);
	}
	if (act === "contact") {
		const form = readFields(request, fields, contactForm);
		if (!form.valid) return again(typedAs(form.typed), form.refusals);
		const outcome = await addContact(world, { code, ...form.value });
		return outcome.done ? back : again(typedAs(form.typed), outcome.refusals);
	}
	const form = readFields(request, fields, removeForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const of = act === "remove-condition" ? "condition" : act === "remove-information" ? "information" : "contact";
	const outcome = await removeParticular(world, { code, of, id: form.value.id });
	return outcome.done ? back : again(form.typed, outcome.refusals);
});

const formIds: Readonly<Record<string, string>> = {
	binding: "bindung",
	condition: "auflage",
	information: "pflicht",
	public: "regeln",
	contact: "stelle",
};

export default function EditParticulars({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const problems = useProblems(publicMessages, actionData?.refusals);
	const all: Typed = actionData?.typed ?? page.kept ?? {};
	const act = all.act?.toString() ?? "";
	// Several forms have fields of the same name: what was typed goes back into the form that was sent.
	const typedIn = (form: string) => (name: string) => (act === form ? all[name]?.toString() : undefined);
	const errorIn = (form: string) => (name: string) => (act === form ? problems.at(name) : undefined);
	const { boundUntil, fundingConditions, informationDuties, publicRelations, contacts } = page.particulars;
	const named = <Line extends { party: string }>(lines: readonly Line[]) =>
		lines.map((line) => ({ ...line, party: page.parties.find(({ value }) => value === line.party)?.label ?? "" }));
	const remove = (form: string) =>
		page.mayEdit
			? (id: string | undefined, name: string) => <RemoveButton act={`remove-${form}`} id={id ?? ""} name={name} />
			: undefined;
	const [condition, information, rules, contact] = ["condition", "information", "public", "contact"].map((form) => ({
		typed: typedIn(form),
		error: errorIn(form),
	}));
	const party = (form: typeof condition) => (
		<Select
			name="partyId"
			label={t("party")}
			options={page.parties}
			value={form?.typed("partyId")}
			error={form?.error("partyId")}
		/>
	);
	return (
		<EditFrame
			page={page}
			title={t("title")}
			lead={t("lead")}
			errors={problems.errors}
			form={formIds[act]}
			saved={page.saved}
		>
			<Section title={t("binding")} id="zweckbindung">
				{page.mayEdit && (
					<Form id="bindung" hidden={{ act: "binding" }}>
						<DateField
							name="boundUntil"
							optional
							label={t("boundUntil")}
							hint={t("boundHint")}
							value={typedIn("binding")("boundUntil") ?? boundUntil ?? ""}
							error={errorIn("binding")("boundUntil")}
						/>
						<Button look="secondary">{t("saveBinding")}</Button>
					</Form>
				)}
			</Section>
			<Section title={t("conditions")} id="auflagen">
				<ConditionTable rows={named(fundingConditions)} act={remove("condition")} />
				{page.mayEdit && (
					<Form id="auflage" hidden={{ act: "condition" }}>
						<TextField
							name="text"
							label={t("condition")}
							value={condition?.typed("text")}
							error={condition?.error("text")}
						/>
						{party(condition)}
						<TextField
							name="evidence"
							optional
							label={t("evidence")}
							hint={t("evidenceHint")}
							value={condition?.typed("evidence")}
							error={condition?.error("evidence")}
						/>
						<TextField
							name="source"
							optional
							label={t("source")}
							value={condition?.typed("source")}
							error={condition?.error("source")}
						/>
						<DateField
							name="dueOn"
							optional
							label={t("due")}
							value={condition?.typed("dueOn")}
							error={condition?.error("dueOn")}
						/>
						<Button look="secondary">{t("addCondition")}</Button>
					</Form>
				)}
			</Section>
			<Section title={t("duties")} id="informationspflichten">
				<InformationTable rows={named(informationDuties)} act={remove("information")} />
				{page.mayEdit && (
					<Form id="pflicht" hidden={{ act: "information" }}>
						{party(information)}
						<TextField
							name="recipient"
							label={t("whom")}
							hint={t("whomHint")}
							value={information?.typed("recipient")}
							error={information?.error("recipient")}
						/>
						<TextField
							name="subject"
							label={t("what")}
							value={information?.typed("subject")}
							error={information?.error("subject")}
						/>
						<Select
							name="rhythm"
							label={t("rhythm")}
							options={rhythms.map((rhythm) => ({ value: rhythm, label: t(`rhythms.${rhythm}`) }))}
							value={information?.typed("rhythm")}
							error={information?.error("rhythm")}
						/>
						<DateField
							name="firstOn"
							optional
							label={t("first")}
							hint={t("firstHint")}
							value={information?.typed("firstOn")}
							error={information?.error("firstOn")}
						/>
						<Button look="secondary">{t("addDuty")}</Button>
					</Form>
				)}
			</Section>
			<Section title={t("publicRelations")} id="oeffentlichkeit">
				{page.mayEdit && (
					<Form id="regeln" hidden={{ act: "public", revision: String(publicRelations?.revision ?? 0) }}>
						<RadioGroup
							name="approval"
							label={t("approval")}
							value={rules?.typed("approval") ?? publicRelations?.approval}
							error={rules?.error("approval")}
							choices={approvals.map((approval) => ({ value: approval, label: t(`approvals.${approval}`) }))}
						/>
						<TextField
							name="days"
							inputMode="numeric"
							width="short"
							label={t("days")}
							value={rules?.typed("days") ?? String(publicRelations?.days ?? 5)}
							error={rules?.error("days")}
						/>
						<TextArea
							name="logoRule"
							optional
							rows={3}
							label={t("logos")}
							value={rules?.typed("logoRule") ?? publicRelations?.logoRule}
							error={rules?.error("logoRule")}
						/>
						<Button look="secondary">{t("savePublic")}</Button>
					</Form>
				)}
				<ContactTable rows={named(contacts)} act={remove("contact")} />
				{page.mayEdit && (
					<Form id="stelle" hidden={{ act: "contact" }}>
						{party(contact)}
						<TextField
							name="office"
							label={t("office")}
							hint={t("officeHint")}
							value={contact?.typed("office")}
							error={contact?.error("office")}
						/>
						<TextField
							name="reach"
							label={t("reach")}
							value={contact?.typed("reach")}
							error={contact?.error("reach")}
						/>
						<Button look="secondary">{t("addContact")}</Button>
					</Form>
				)}
			</Section>
		</EditFrame>
	);
}
