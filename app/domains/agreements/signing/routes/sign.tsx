import { Alert } from "~/design/alert";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { Disclosure } from "~/design/disclosure";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import { SignInNeeded } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { isEnough } from "../../form-rules/form-rule";
import { actForm, confirmForm, refuseForm } from "../../forms";
import { messages } from "../../messages";
import { askForProof, confirm } from "../commands/confirm.server";
import { refuseToSign } from "../commands/end-round.server";
import { signingPage } from "../queries/signing-page.server";
import type { Route } from "./+types/sign";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { slot, ...page } = await signingPage(world, params.code);
	return {
		...page,
		slot: slot && {
			party: slot.party,
			post: slot.post,
			form: slot.form,
			signedOn: slot.text?.day ?? slot.qualified?.day ?? slot.paper,
		},
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { code } = params;
	const fields = await formFields(request);
	const { act } = actForm.parse({ act: fields.get("act") ?? "" });
	if (act === "refuse") {
		const form = readFields(request, fields, refuseForm);
		if (!form.valid) return again(form.typed, form.refusals);
		const outcome = await refuseToSign(world, { code, reason: form.value.reason });
		return outcome.done ? onward(`/vereinbarungen/${code}`) : again(form.typed, outcome.refusals);
	}
	if (act === "ask") {
		const outcome = await askForProof(world, { code });
		if (!outcome.done) return again({}, outcome.refusals);
		throw new SignInNeeded("step-up");
	}
	const form = readFields(request, fields, confirmForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await confirm(world, { code, sha256: form.value.sha256 });
	if (!outcome.done) return again({}, outcome.refusals);
	const { concluded } = outcome.value;
	return onward(concluded ? `/vereinbarungen/${code}?abgeschlossen` : `/vereinbarungen/${code}/unterschreiben`);
});

export default function Sign({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const { date, money } = useFormat();
	const stopped = useProblems(messages, page.stop ? [page.stop] : undefined);
	const problems = useProblems(messages, actionData?.refusals);
	const { slot, version, code } = page;
	const here = `/vereinbarungen/${code}`;
	return (
		<>
			<title>{`${t("sign.title")} – ${page.title}`}</title>
			<Breadcrumb
				entries={[
					{ label: t("list.title"), href: "/vereinbarungen" },
					{ label: page.number, href: here },
					{ label: t("page.sign") },
				]}
			/>
			<ErrorSummary errors={problems.errors} />
			<PageTitle
				title={t("sign.title")}
				above={page.title}
				lead={slot ? t("sign.as", { party: slot.party, post: slot.post }) : undefined}
			/>
			{(!version || !slot) && (
				<Alert title={t(version ? "sign.notYours" : "sign.over")}>
					<p>
						<a href={here}>{t("page.toAgreement")}</a>
					</p>
				</Alert>
			)}
			{version && slot?.signedOn && (
				<Alert tone="success" title={t("sign.done")} live>
					<p>{t("sign.doneText", { day: date(slot.signedOn) })}</p>
				</Alert>
			)}
			{version && slot && !slot.signedOn && (
				<>
					<p>{t("sign.read")}</p>
					<ButtonRow>
						<LinkButton href={version.pdfHref} look="secondary" download>
							{t("sign.readPdf")}
						</LinkButton>
						<LinkButton href={here} look="secondary">
							{t("sign.readPage")}
						</LinkButton>
					</ButtonRow>
					<p>
						{t("sign.fingerprint")}: <code>{version.sha256}</code>
					</p>
					<Disclosure summary={t("sign.why")}>
						{page.because.map(({ norm, statement, source, sourceDate, reviewedBy, reviewedOn }) => (
							<p key={norm}>
								<strong>{norm}:</strong> {statement} {t("sign.sourceOf", { source, day: date(sourceDate) })}{" "}
								{reviewedBy && reviewedOn
									? t("sign.reviewedBy", { by: reviewedBy, day: date(reviewedOn) })
									: t("sign.unreviewed")}
							</p>
						))}
						{!isEnough("click", slot.form) && <p>{t("sign.intent")}</p>}
					</Disclosure>
					{version.deadline && <p>{t("sign.deadline", { day: date(version.deadline) })}</p>}
					{page.decisions && (
						<Alert
							tone="warning"
							title={
								page.decisions.warning === "ceiling"
									? t("sign.ceiling", {
											ceiling: money(BigInt(page.decisions.ceiling)),
											amount: money(BigInt(page.decisions.amount)),
										})
									: t("sign.decisionMissing", { amount: money(BigInt(page.decisions.amount)) })
							}
						/>
					)}
					{stopped.errors[0] ? (
						<Alert title={t("sign.notNow")}>
							<p>{stopped.errors[0].message}</p>
						</Alert>
					) : slot.form === "electronic" ? (
						<Alert tone="info" title={t("sign.electronicNeeded")}>
							<p>{t("sign.qualifiedLead")}</p>
							<LinkButton href={`${here}/signatur`}>{t("sign.toQualified")}</LinkButton>
						</Alert>
					) : !isEnough("click", slot.form) ? (
						<Alert tone="info" title={t("sign.paperNeeded")}>
							<p>{t("sign.paperLead")}</p>
							<LinkButton href={`${here}/papier`}>{t("sign.toPaper")}</LinkButton>
						</Alert>
					) : page.shownAgain ? (
						<Form id="bestaetigen" hidden={{ act: "confirm", sha256: version.sha256 }}>
							<p>{t("sign.wording", { number: String(version.number), party: slot.party })}</p>
							<Button>{t("sign.confirm")}</Button>
						</Form>
					) : (
						<Form id="bestaetigen" hidden={{ act: "ask" }}>
							<p>{t("sign.askLead")}</p>
							<Button>{t("sign.ask")}</Button>
						</Form>
					)}
					{!stopped.errors[0] && slot.form !== "electronic" && isEnough("qualified", slot.form) && (
						<Section title={t("sign.qualified")} id="qualifiziert">
							<p>{t("sign.qualifiedLead")}</p>
							<LinkButton href={`${here}/signatur`} look="secondary">
								{t("sign.toQualified")}
							</LinkButton>
						</Section>
					)}
					<Section title={t("sign.refuseTitle")} id="ablehnen">
						<Form hidden={{ act: "refuse" }}>
							<TextArea
								name="reason"
								rows={4}
								label={t("sign.reason")}
								hint={t("sign.reasonHint")}
								value={actionData?.typed.reason?.toString()}
								error={problems.at("reason")}
							/>
							<Button look="danger">{t("sign.refuse")}</Button>
						</Form>
					</Section>
				</>
			)}
		</>
	);
}
