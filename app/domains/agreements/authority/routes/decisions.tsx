import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { Checkbox, RadioGroup } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
import { Disclosure } from "~/design/disclosure";
import { FileField } from "~/design/file-field";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { TextField } from "~/design/text-field";
import { readUploadForm } from "~/domains/files/index.server";
import { parseDay } from "~/platform/calendar.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import { refused } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { planApproval } from "../../approval/commands/plan-approval.server";
import { editingPage } from "../../drafting/queries/editing-pages.server";
import { EditFrame } from "../../drafting/ui/edit-frame";
import { actForm } from "../../forms";
import { noteDecision, removeDecision } from "../commands/note-decision.server";
import { decisionBodies } from "../decision";
import { evidenceUpload } from "../evidence-limits";
import { evidenceMessages } from "../evidence-messages";
import { approvalPlanForm, decisionForm, removeDecisionForm } from "../forms";
import { decisionsOf } from "../queries/decisions-page.server";
import { authorityMessages } from "../staff-messages";
import { EvidenceLink } from "../ui/evidence-link";
import type { Route } from "./+types/decisions";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const { draft, points: _, ...page } = await editingPage(world, params);
	return {
		...page,
		saved: new URL(request.url).searchParams.has("saved"),
		parties: await decisionsOf(world, draft),
		approval: draft.approval ?? null,
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { here, code } = await editingPage(world, params);
	const saved = () => onward(`${here}/beschluesse?saved`);
	if (request.headers.get("content-type")?.startsWith("multipart/form-data")) {
		const form = await readUploadForm(request, decisionForm, evidenceUpload);
		if (!form.valid) return again({ ...form.typed, act: "decision" }, form.refusals);
		const { decidedOn, ceiling, ...given } = form.value;
		const day = decidedOn === "" ? null : parseDay(decidedOn);
		const stored = form.files[0] ?? null;
		const input = { code, ...given, decidedOn: day, ceilingCents: ceiling, stored };
		const outcome = await form.act(() => noteDecision(world, input));
		if (outcome.done) return saved();
		return again({ ...form.typed, act: "decision" }, [...outcome.refusals, ...form.chooseAgain]);
	}
	const fields = await formFields(request);
	const { act } = actForm.parse({ act: fields.get("act") ?? "" });
	if (act === "remove") {
		const form = readFields(request, fields, removeDecisionForm);
		if (!form.valid) return again(form.typed, form.refusals);
		const outcome = await removeDecision(world, { code, id: form.value.id });
		return outcome.done ? saved() : again({}, outcome.refusals);
	}
	const form = readFields(request, fields, approvalPlanForm);
	if (!form.valid) return again({ ...form.typed, act }, form.refusals);
	const { needed, authority, norm, deemedWeeks, publication } = form.value;
	if (needed === "yes" && authority === "") {
		return again({ ...form.typed, act }, refused("text-empty", { field: "authority" }).refusals);
	}
	if (needed === "yes" && norm === "") {
		return again({ ...form.typed, act }, refused("text-empty", { field: "norm" }).refusals);
	}
	const plan = {
		authority,
		norm,
		deemedWeeks: deemedWeeks === "" ? null : deemedWeeks,
		publication: publication !== "",
	};
	const outcome = await planApproval(world, { code, plan: needed === "yes" ? plan : null });
	return outcome.done ? saved() : again({ ...form.typed, act }, outcome.refusals);
});

export default function Decisions({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(authorityMessages);
	const evidence = useText(evidenceMessages);
	const { date, money } = useFormat();
	const problems = useProblems(authorityMessages, actionData?.refusals);
	const act = actionData?.typed.act?.toString();
	const typed = act === "decision" ? (actionData?.typed ?? {}) : {};
	const plan = act === "approval" ? (actionData?.typed ?? {}) : null;
	const at = (form: string, field: string) => (act === form ? problems.at(field) : undefined);
	return (
		<EditFrame
			page={page}
			title={t("decisions")}
			lead={t("decisionsLead")}
			errors={problems.errors}
			form={act}
			saved={page.saved}
		>
			{page.parties.map(({ organisationId, name, amount, warning, decisions }) => (
				<Section key={organisationId} title={name} id={`partei-${organisationId}`}>
					<p>{t("total", { amount: money(BigInt(amount)) })}</p>
					{warning === "missing" && <Alert tone="warning" title={t("missing")} level={3} />}
					{warning === "ceiling" && (
						<Alert tone="warning" title={t("tooLow", { amount: money(BigInt(amount)) })} level={3} />
					)}
					<ul>
						{decisions.map(({ id, body, day, reference, ceiling, href, evidence: file }) => (
							<li key={id}>
								{body === "none-needed"
									? t("notNeeded", { reference })
									: t("decided", { body: t(`bodies.${body}`), day: day ? date(day) : "", reference })}
								{ceiling && `, ${t("ceilingOf", { amount: money(BigInt(ceiling)) })}`}{" "}
								{href && <a href={href}>{href}</a>}
								{file && (
									<>
										<br />
										<EvidenceLink evidence={file} />
									</>
								)}
								{page.mayEdit && (
									<Form hidden={{ act: "remove", id }}>
										<Button look="tertiary">{t("remove")}</Button>
									</Form>
								)}
							</li>
						))}
					</ul>
				</Section>
			))}
			{page.mayEdit && (
				<Disclosure summary={t("newDecision")} open={act === "decision"}>
					<Form id="decision" files>
						<Select
							name="organisationId"
							label={t("party")}
							options={page.parties.map(({ organisationId, name }) => ({ value: organisationId, label: name }))}
							value={typed.organisationId?.toString()}
							error={at("decision", "organisationId")}
						/>
						<RadioGroup
							name="body"
							label={t("body")}
							value={typed.body?.toString()}
							error={at("decision", "body")}
							choices={decisionBodies.map((value) => ({ value, label: t(`bodies.${value}`) }))}
						/>
						<DateField
							name="decidedOn"
							optional
							label={t("decidedOn")}
							value={typed.decidedOn?.toString()}
							error={at("decision", "decidedOn")}
						/>
						<TextField
							name="reference"
							label={t("reference")}
							value={typed.reference?.toString()}
							error={at("decision", "reference")}
						/>
						<TextField
							name="resolution"
							optional
							label={t("resolution")}
							hint={t("resolutionHint")}
							value={typed.resolution?.toString()}
							error={at("decision", "resolution")}
						/>
						<TextField
							name="ceiling"
							optional
							label={t("ceiling")}
							hint={t("ceilingHint")}
							value={typed.ceiling?.toString()}
							error={at("decision", "ceiling")}
						/>
						<FileField
							name="file"
							optional
							accept=".pdf,image/*"
							label={evidence("file")}
							hint={evidence("fileHint")}
							error={at("decision", "file")}
						/>
						<Button>{t("save")}</Button>
					</Form>
				</Disclosure>
			)}
			<Section title={t("approval")} id="genehmigung" intro={t("approvalLead")}>
				{page.mayEdit ? (
					<Form id="approval" hidden={{ act: "approval" }}>
						<RadioGroup
							name="needed"
							label={t("approval")}
							value={plan?.needed?.toString() ?? (page.approval ? "yes" : "no")}
							error={at("approval", "needed")}
							choices={[
								{ value: "no", label: t("noApproval") },
								{ value: "yes", label: t("needsApproval") },
							]}
						/>
						<TextField
							name="authority"
							optional
							label={t("authority")}
							value={plan?.authority?.toString() ?? page.approval?.authority}
							error={at("approval", "authority")}
						/>
						<TextField
							name="norm"
							optional
							label={t("norm")}
							value={plan?.norm?.toString() ?? page.approval?.norm}
							error={at("approval", "norm")}
						/>
						<TextField
							name="deemedWeeks"
							optional
							inputMode="numeric"
							label={t("deemedWeeks")}
							hint={t("deemedHint")}
							value={plan?.deemedWeeks?.toString() ?? page.approval?.deemedWeeks?.toString()}
							error={at("approval", "deemedWeeks")}
						/>
						<Checkbox
							name="publication"
							optional
							label={t("publication")}
							checked={plan ? plan.publication === "on" : (page.approval?.publication ?? false)}
						/>
						<Button>{t("save")}</Button>
					</Form>
				) : (
					<p>{page.approval ? `${page.approval.authority} (${page.approval.norm})` : t("noApproval")}</p>
				)}
			</Section>
		</EditFrame>
	);
}
