import { Alert } from "~/design/alert";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { DateField } from "~/design/date-field";
import { Disclosure } from "~/design/disclosure";
import { ErrorSummary } from "~/design/error-summary";
import { FileField } from "~/design/file-field";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { SummaryList } from "~/design/summary-list";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { LocalDate, LocalDateTime } from "~/design/time";
import { readUploadForm } from "~/domains/files/index.server";
import { parseDay } from "~/platform/calendar.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { refused, SignInNeeded } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { askForProof } from "../../signing/commands/confirm.server";
import { pdfOnly } from "../../signing/pdf-only";
import { bringInQualified, checkQualifiedSignature } from "../commands/bring-in-qualified.server";
import { checkQualifiedForm, qualifiedForm } from "../forms";
import { qualifiedMessages } from "../messages";
import { qualifiedPage } from "../queries/qualified-page.server";
import type { Route } from "./+types/sign-qualified";

const limits = { files: 1, fileBytes: 25_000_000, totalBytes: 26_000_000, kinds: ["pdf"] as const };

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const query = new URL(request.url).searchParams;
	const notice = (["waits", "accepted", "rejected"] as const).find((name) => query.has(name)) ?? null;
	return { ...(await qualifiedPage(world, params.code)), notice };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { code } = params;
	const here = `/vereinbarungen/${code}/signatur`;
	if (!request.headers.get("content-type")?.startsWith("multipart/form-data")) {
		const fields = await formFields(request);
		if (fields.get("act") === "ask") {
			const outcome = await askForProof(world, { code });
			if (!outcome.done) return again({}, outcome.refusals);
			throw new SignInNeeded("step-up");
		}
		const form = readFields(request, fields, checkQualifiedForm);
		if (!form.valid) return again(form.typed, form.refusals);
		const { verdict, listedOn, ...seen } = form.value;
		const accepted = verdict === "accept";
		const outcome = await checkQualifiedSignature(world, { code, ...seen, accepted, listedOn: parseDay(listedOn) });
		if (!outcome.done) return again(form.typed, outcome.refusals);
		if (outcome.value.concluded) return onward(`/vereinbarungen/${code}?abgeschlossen`);
		return onward(`${here}?${accepted ? "accepted" : "rejected"}`);
	}
	// Whoever may not see the page shall not fill the disk either.
	await qualifiedPage(world, code);
	const form = await readUploadForm(request, qualifiedForm, limits);
	if (!form.valid) return again(form.typed, pdfOnly(form.refusals));
	const [stored] = form.files;
	if (!stored) return again(form.typed, refused("scan-missing", { field: "file" }).refusals);
	const outcome = await form.act<{ signatureId: string }, string>(() => bringInQualified(world, { code, stored }));
	return outcome.done ? onward(`${here}?waits`) : again(form.typed, outcome.refusals);
});

export default function SignQualified({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(qualifiedMessages);
	const problems = useProblems(qualifiedMessages, actionData?.refusals);
	const typed = actionData?.typed ?? {};
	const checked = typed.signatureId?.toString();
	const here = `/vereinbarungen/${page.code}`;
	const { mine } = page;
	return (
		<>
			<title>{`${t("title")} – ${page.title}`}</title>
			<Breadcrumb
				entries={[
					{ label: t("agreements"), href: "/vereinbarungen" },
					{ label: page.number, href: here },
					{ label: t("title") },
				]}
			/>
			{page.notice && !actionData && <Alert tone="success" title={t(page.notice)} live />}
			<ErrorSummary errors={problems.errors} form={checked ? `pruefung-${checked}` : "signatur"} />
			<PageTitle title={t("title")} above={page.title} lead={mine ? t("lead") : undefined} />
			{!mine && page.toCheck.length === 0 && <Alert title={t("nothing")} />}
			{mine?.state === "no-way" && <Alert tone="warning" title={t("noWay")} />}
			{mine?.state === "done" && <Alert tone="success" title={t("done")} />}
			{mine?.state === "waits" && !page.notice && <Alert title={t("waits")} />}
			{mine?.state === "waits-other" && <Alert title={t("waitsOther", { name: mine.waitsFor })} />}
			{mine && (mine.state === "ask" || mine.state === "upload") && (
				<>
					<LinkButton href={mine.fileHref} look="secondary" download>
						{t("download")}
					</LinkButton>
					{mine.signatures > 0 && <p>{t("onTop", { count: mine.signatures })}</p>}
					<Disclosure summary={t("what")}>
						<p>{t("whatText")}</p>
					</Disclosure>
					<Section title={t("upload")} id="hochladen">
						{mine.state === "ask" ? (
							<Form hidden={{ act: "ask" }}>
								<p>{t("askLead")}</p>
								<Button>{t("ask")}</Button>
							</Form>
						) : (
							<Form files id="signatur">
								<FileField
									name="file"
									accept="application/pdf"
									label={t("file")}
									hint={t("fileHint")}
									error={problems.at("file")}
								/>
								<Button>{t("send")}</Button>
							</Form>
						)}
					</Section>
				</>
			)}
			{page.toCheck.map((one) => (
				<Section key={one.id} title={t("check", { party: one.party })} id={`signatur-${one.id}`} intro={t("checkLead")}>
					<SummaryList
						rows={[
							{ term: t("signedBy"), value: `${one.personName} (${one.capacity})` },
							{ term: t("certificate"), value: one.signer },
							{ term: t("issuer"), value: one.issuer },
							{ term: t("claimed"), value: <LocalDateTime value={new Date(one.claimedAt)} /> },
							{ term: t("until"), value: <LocalDate value={one.until.slice(0, 10)} /> },
							{ term: t("fingerprint"), value: <code>{one.certificateSha256}</code> },
						]}
					/>
					{one.nameDiffers && <Alert tone="warning" title={t("differs")} level={3} />}
					<LinkButton href={one.fileHref} look="secondary">
						{t("open")}
					</LinkButton>
					{one.own ? (
						<Alert title={t("own")} level={3} />
					) : !page.shownAgain ? (
						<>
							<p>{t("proofLead")}</p>
							<LinkButton href={`/anmelden/bestaetigen?weiter=${here}/signatur`}>{t("proof")}</LinkButton>
						</>
					) : (
						<Form id={`pruefung-${one.id}`} hidden={{ signatureId: one.id }}>
							<TextField
								name="listedAs"
								label={t("listedAs")}
								value={checked === one.id ? typed.listedAs?.toString() : undefined}
								error={checked === one.id ? problems.at("listedAs") : undefined}
							/>
							<DateField
								name="listedOn"
								label={t("listedOn")}
								value={checked === one.id ? typed.listedOn?.toString() : undefined}
								error={checked === one.id ? problems.at("listedOn") : undefined}
							/>
							<TextArea
								name="reason"
								rows={3}
								optional
								label={t("reason")}
								hint={t("reasonHint")}
								value={checked === one.id ? typed.reason?.toString() : undefined}
								error={checked === one.id ? problems.at("reason") : undefined}
							/>
							<ButtonRow>
								<Button name="verdict" value="accept">
									{t("accept")}
								</Button>
								<Button name="verdict" value="reject" look="secondary">
									{t("reject")}
								</Button>
							</ButtonRow>
						</Form>
					)}
				</Section>
			))}
		</>
	);
}
