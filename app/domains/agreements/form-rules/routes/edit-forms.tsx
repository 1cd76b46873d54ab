import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { Checkbox, RadioGroup } from "~/design/choice-group";
import { Disclosure } from "~/design/disclosure";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { noteLegalWord } from "../../drafting/commands/edit-parties.server";
import { editingMessages } from "../../drafting/editing-messages";
import { editingPage } from "../../drafting/queries/editing-pages.server";
import { EditFrame } from "../../drafting/ui/edit-frame";
import { legalWordForm } from "../../forms";
import { messages } from "../../messages";
import { confirmForms } from "../commands/confirm-forms.server";
import { forms } from "../form-rule";
import { confirmFormsForm } from "../forms";
import { formRuleMessages } from "../messages";
import type { Route } from "./+types/edit-forms";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const { draft, points: _, ...page } = await editingPage(world, params);
	return {
		...page,
		saved: new URL(request.url).searchParams.has("saved"),
		/** Whether a known form waits for its confirmation. */
		open: draft.parties.some(({ form, toBeConfirmed }) => form !== null && toBeConfirmed),
		parties: draft.parties.map(({ id, organisation, decision }) => ({
			id,
			name: organisation.name,
			form: decision.form,
			officialTitle: decision.officialTitle,
			legalWord: decision.legalWord,
			rules: decision.because.map((rule) => ({
				norm: rule.norm,
				statement: world.locale === "de" ? rule.statement : rule.statementEn,
				source: rule.source,
				sourceDate: rule.sourceDate,
				reviewedBy: rule.reviewedBy,
				reviewedOn: rule.reviewedOn,
			})),
		})),
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { here, code } = await editingPage(world, params);
	const fields = await formFields(request);
	if (fields.get("act") === "confirm") {
		const given = readFields(request, fields, confirmFormsForm);
		if (!given.valid) return again({ ...given.typed, partyId: "alle" }, given.refusals);
		const { confirmedBy: by, confirmReason: reason } = given.value;
		const outcome = await confirmForms(world, { code, by, reason });
		return outcome.done ? onward(`${here}/form?saved`) : again({ ...given.typed, partyId: "alle" }, outcome.refusals);
	}
	const form = readFields(request, fields, legalWordForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { officialTitle, ...given } = form.value;
	const outcome = await noteLegalWord(world, { code, ...given, officialTitle: officialTitle !== "" });
	return outcome.done ? onward(`${here}/form?saved`) : again(form.typed, outcome.refusals);
});

export default function EditForms({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(editingMessages);
	const say = useText(messages);
	const rules = useText(formRuleMessages);
	const { date } = useFormat();
	const problems = useProblems(messages, actionData?.refusals);
	const typed = actionData?.typed ?? {};
	/** What was typed for this party and refused; the other forms stay empty. */
	const typedFor = (id: string) => (typed.partyId === id ? typed : {});
	const errorFor = (id: string, field: string) => (typed.partyId === id ? problems.at(field) : undefined);
	return (
		<EditFrame
			page={page}
			title={t("forms.title")}
			lead={t("forms.lead")}
			errors={problems.errors}
			form={`rechtsstelle-${typed.partyId}`}
			saved={page.saved}
		>
			{page.mayEdit && page.open && (
				<Section title={rules("confirmTitle")} id="bestaetigen" intro={rules("confirmLead")}>
					<Form id="rechtsstelle-alle" hidden={{ act: "confirm" }}>
						<TextField
							name="confirmedBy"
							label={rules("by")}
							value={typedFor("alle").confirmedBy?.toString()}
							error={errorFor("alle", "confirmedBy")}
						/>
						<TextField
							name="confirmReason"
							label={rules("confirmReason")}
							value={typedFor("alle").confirmReason?.toString()}
							error={errorFor("alle", "confirmReason")}
						/>
						<Button>{rules("confirm")}</Button>
					</Form>
				</Section>
			)}
			<p>{rules("click")}</p>
			{page.parties.map(({ id, name, form, officialTitle, rules: because, legalWord }) => (
				<Section key={id} title={name} id={`form-${id}`}>
					<p>
						<strong>{t("forms.required", { form: say(`forms.${form ?? "unknown"}`) })}</strong>
						{officialTitle && `. ${t("forms.officialTitle")}`}
					</p>
					{form === null && <Alert tone="warning" title={t("forms.unknown")} level={3} />}
					<ul>
						{because.map((rule) => (
							<li key={rule.norm}>
								{rule.reviewedBy && rule.reviewedOn
									? t("forms.rule", { norm: rule.norm, by: rule.reviewedBy, day: date(rule.reviewedOn) })
									: t("forms.unreviewed", { norm: rule.norm })}
								<br />
								{rule.statement} {t("forms.source", { source: rule.source, day: date(rule.sourceDate) })}
							</li>
						))}
					</ul>
					{legalWord && (
						<p>
							{t("forms.word", {
								form: say(`forms.${legalWord.form}`),
								by: legalWord.by,
								day: date(legalWord.on),
								reason: legalWord.reason,
							})}
						</p>
					)}
					{page.mayEdit && (
						<Disclosure summary={t("forms.note")} open={typed.partyId === id}>
							<Form id={`rechtsstelle-${id}`} hidden={{ partyId: id }}>
								<RadioGroup
									name="form"
									label={t("forms.form")}
									value={typedFor(id).form?.toString()}
									error={errorFor(id, "form")}
									choices={forms.map((value) => ({ value, label: say(`forms.${value}`) }))}
								/>
								<Checkbox
									name="officialTitle"
									optional
									label={t("forms.withTitle")}
									checked={typedFor(id).officialTitle === "on"}
								/>
								<TextField
									name="by"
									label={t("forms.by")}
									value={typedFor(id).by?.toString()}
									error={errorFor(id, "by")}
								/>
								<TextArea
									name="reason"
									rows={3}
									label={t("forms.reason")}
									value={typedFor(id).reason?.toString()}
									error={errorFor(id, "reason")}
								/>
								<Button look="secondary">{t("edit.save")}</Button>
							</Form>
						</Disclosure>
					)}
				</Section>
			))}
		</EditFrame>
	);
}
