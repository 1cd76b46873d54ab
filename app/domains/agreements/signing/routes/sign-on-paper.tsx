import { Alert } from "~/design/alert";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { Checkbox, RadioGroup } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
import { ErrorSummary } from "~/design/error-summary";
import { FileField } from "~/design/file-field";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { contentOf, readUploadForm } from "~/domains/files/index.server";
import { parseDay } from "~/platform/calendar.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useFormat, useText } from "~/platform/i18n";
import { refused } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { checkScanForm, scanForm } from "../../forms";
import { messages } from "../../messages";
import { bringInScan, checkScan } from "../commands/sign-on-paper.server";
import { pdfDanger } from "../pdf-danger.server";
import { paperPage } from "../queries/signing-page.server";
import type { Route } from "./+types/sign-on-paper";

const scanLimits = { files: 1, fileBytes: 20_000_000, totalBytes: 21_000_000, kinds: ["pdf", "image"] as const };

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const query = new URL(request.url).searchParams;
	const notice = (["sent", "accepted", "rejected"] as const).find((name) => query.has(name)) ?? null;
	return { ...(await paperPage(world, params.code)), notice, kept: await keptForm(world, request) };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { code } = params;
	const here = `/vereinbarungen/${code}/papier`;
	if (!request.headers.get("content-type")?.startsWith("multipart/form-data")) {
		const form = readFields(request, await formFields(request), checkScanForm);
		if (!form.valid) return again(form.typed, form.refusals);
		const { verdict, signaturesComplete, ...seen } = form.value;
		const accepted = verdict === "accept";
		const given = { code, ...seen, accepted, signaturesComplete: signaturesComplete !== "" };
		const outcome = await checkScan(world, given);
		if (!outcome.done) return again(form.typed, outcome.refusals);
		return onward(
			outcome.value.concluded
				? `/vereinbarungen/${code}?abgeschlossen`
				: `${here}?${accepted ? "accepted" : "rejected"}`,
		);
	}
	// Whoever may not see the page shall not fill the disk either.
	await paperPage(world, code);
	const form = await readUploadForm(request, scanForm, scanLimits);
	if (!form.valid) return again(form.typed, form.refusals);
	const [stored] = form.files;
	const signedOn = parseDay(form.value.signedOn);
	if (!stored) return again(form.typed, refused("scan-missing", { field: "scan" }).refusals);
	const outcome = await form.act<{ scanId: string }, string>(async () => {
		if (!signedOn) return refused("date-invalid", { field: "signedOn" });
		const danger = stored.mediaType === "application/pdf" ? pdfDanger(await contentOf(stored.id)) : null;
		if (danger) return refused(danger, { field: "scan" });
		return bringInScan(world, { code, organisationId: form.value.organisationId, signedOn, stored });
	});
	return outcome.done ? onward(`${here}?sent`) : again(form.typed, [...outcome.refusals, ...form.chooseAgain]);
});

export default function SignOnPaper({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const { date } = useFormat();
	const problems = useProblems(messages, actionData?.refusals);
	const typed = actionData?.typed ?? page.kept ?? {};
	const checked = typed.scanId?.toString();
	const typedFor = (id: string) => (checked === id ? typed : {});
	const errorFor = (id: string, field: string) => (checked === id ? problems.at(field) : undefined);
	const here = `/vereinbarungen/${page.code}`;
	return (
		<>
			<title>{`${t("paper.title")} – ${page.title}`}</title>
			<Breadcrumb
				entries={[
					{ label: t("list.title"), href: "/vereinbarungen" },
					{ label: page.number, href: here },
					{ label: t("paper.title") },
				]}
			/>
			{page.notice && !actionData && <Alert tone="success" title={t(`paper.${page.notice}`)} live />}
			<ErrorSummary errors={problems.errors} form={checked ? `pruefung-${checked}` : "scan"} />
			<PageTitle title={t("paper.title")} above={page.title} lead={t("paper.lead")}>
				{page.pdfHref && (
					<LinkButton href={page.pdfHref} look="secondary" download>
						{t("page.pdf")}
					</LinkButton>
				)}
			</PageTitle>
			{page.missing.length === 0 && page.toCheck.length === 0 && <Alert title={t("paper.nothing")} />}
			{page.toCheck.map((scan) => (
				<Section
					key={scan.id}
					title={t("paper.check", { party: scan.party })}
					id={`scan-${scan.id}`}
					intro={t("paper.checkLead")}
				>
					<p>{t("paper.broughtIn", { day: date(scan.day) })}</p>
					<LinkButton href={scan.fileHref} look="secondary">
						{t("paper.open")}
					</LinkButton>
					{scan.own ? (
						<Alert title={t("paper.own")} level={3} />
					) : !page.shownAgain ? (
						<>
							<p>{t("paper.proofLead")}</p>
							<LinkButton href={`/anmelden/bestaetigen?weiter=${here}/papier`}>{t("paper.proof")}</LinkButton>
						</>
					) : (
						<Form id={`pruefung-${scan.id}`} hidden={{ scanId: scan.id }}>
							<TextField
								name="codeOnPaper"
								label={t("paper.codeOnPaper")}
								hint={t("paper.codeHint")}
								spellCheck={false}
								error={errorFor(scan.id, "codeOnPaper")}
							/>
							<Checkbox
								name="signaturesComplete"
								label={t("paper.signatures")}
								checked={typedFor(scan.id).signaturesComplete === "on"}
								error={errorFor(scan.id, "signaturesComplete")}
							/>
							<TextField
								name="originalPlace"
								label={t("paper.place")}
								hint={t("paper.placeHint")}
								value={typedFor(scan.id).originalPlace?.toString()}
								error={errorFor(scan.id, "originalPlace")}
							/>
							<TextField
								name="reason"
								optional
								label={t("paper.reason")}
								value={typedFor(scan.id).reason?.toString()}
								error={errorFor(scan.id, "reason")}
							/>
							<ButtonRow>
								<Button name="verdict" value="accept">
									{t("paper.accept")}
								</Button>
								<Button name="verdict" value="reject" look="secondary">
									{t("paper.reject")}
								</Button>
							</ButtonRow>
						</Form>
					)}
				</Section>
			))}
			{page.missing.length > 0 && (
				<Section title={t("paper.upload")} id="hochladen">
					<Form files id="scan">
						<RadioGroup
							name="organisationId"
							label={t("paper.party")}
							value={typed.organisationId?.toString()}
							error={problems.at("organisationId")}
							choices={page.missing.map(({ organisationId, party, form }) => ({
								value: organisationId,
								label: party,
								hint: t(`forms.${form}`),
							}))}
						/>
						<FileField
							name="scan"
							accept="application/pdf,image/*"
							label={t("paper.scan")}
							hint={t("paper.scanHint")}
							error={problems.at("scan")}
						/>
						<DateField
							name="signedOn"
							label={t("paper.signedOn")}
							value={typed.signedOn?.toString()}
							error={problems.at("signedOn")}
						/>
						<Button>{t("paper.send")}</Button>
					</Form>
				</Section>
			)}
		</>
	);
}
