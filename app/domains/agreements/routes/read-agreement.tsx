import { Alert } from "~/design/alert";
import { Breadcrumb } from "~/design/breadcrumb";
import { ButtonRow, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { ErrorSummary } from "~/design/error-summary";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { SummaryList } from "~/design/summary-list";
import { LocalDate, Period } from "~/design/time";
import { readUploadForm } from "~/domains/files/index.server";
import { parseDay } from "~/platform/calendar.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import { Forbidden, refused } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { AfterAlerts, AfterSection } from "../afterwards/ui/after-section";
import { noteApproval } from "../approval/commands/note-approval.server";
import { approvalStepForm } from "../approval/forms";
import { Approval } from "../approval/ui/approval";
import { evidenceUpload } from "../authority/evidence-limits";
import { messages as clauseMessages } from "../clauses/messages";
import { agreeToPublication } from "../commands/publish.server";
import { exitMessages } from "../costs/exit-messages";
import { followMessages } from "../costs/follow-messages";
import { PlainText } from "../drafting/ui/plain-text";
import { publishForm } from "../forms";
import { messages } from "../messages";
import { agreementPage } from "../queries/agreement-page.server";
import { Seal } from "../sealing/ui/seal";
import type { SignedSlot } from "../signing/queries/signatures.server";
import { messages as templateMessages } from "../templates/messages";
import { AgreementTables } from "../ui/agreement-tables";
import { Publication } from "../ui/publication";
import { StateBadge } from "../ui/state-badge";
import type { Route } from "./+types/read-agreement";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const { signatures, ...page } = await agreementPage(world, params.code);
	return {
		...page,
		justConcluded: new URL(request.url).searchParams.has("abgeschlossen") && page.publication !== null,
		// Ids of people stay in the house.
		signatures: signatures?.map(({ text, scan, ...slot }) => ({
			...slot,
			text: text && { name: text.name, capacity: text.capacity, day: text.day, deputy: text.deputy },
			scan: scan !== null,
		})),
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	if (request.headers.get("content-type")?.startsWith("multipart/form-data")) {
		// Whoever may not note a step shall not fill the disk either.
		if ((await agreementPage(world, params.code)).editHref === null) throw new Forbidden();
		const form = await readUploadForm(request, approvalStepForm, evidenceUpload);
		if (!form.valid) return again(form.typed, form.refusals);
		const day = parseDay(form.value.day);
		const stored = form.files[0] ?? null;
		const outcome = await form.act<unknown, string>(async () =>
			day
				? noteApproval(world, { code: params.code, ...form.value, day, stored })
				: refused("date-invalid", { field: "day" }),
		);
		if (!outcome.done) return again(form.typed, [...outcome.refusals, ...form.chooseAgain]);
		return onward(`/vereinbarungen/${params.code}#genehmigung`);
	}
	const form = await readForm(request, publishForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await agreeToPublication(world, { code: params.code, ...form.value });
	return outcome.done ? onward(`/vereinbarungen/${params.code}#veroeffentlichung`) : again({}, outcome.refusals);
});

export default function ReadAgreement({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const clauses = useText(clauseMessages);
	const templates = useText(templateMessages);
	const exit = useText(exitMessages);
	const follow = useText(followMessages);
	const problems = useProblems(messages, actionData?.refusals);
	const { date } = useFormat();
	const { shown, version, state, code } = page;
	const signedWords = ({
		text,
		paper,
		scan,
		qualified,
		qualifiedWaits,
		notNeeded,
	}: Omit<SignedSlot, "text" | "scan"> & { text: Signed; scan: boolean }) => {
		if (paper) return t("page.byPaper", { day: date(paper) });
		if (qualified) {
			const values = { name: qualified.name, capacity: qualified.capacity, day: date(qualified.day) };
			return qualified.deputy ? t("page.byQualifiedDeputy", values) : t("page.byQualified", values);
		}
		if (text) {
			const values = { name: text.name, capacity: text.capacity, day: date(text.day) };
			return text.deputy ? t("page.byDeputy", values) : t("page.byText", values);
		}
		if (qualifiedWaits) return t("page.qualifiedWaits");
		if (notNeeded) return t("page.notNeeded");
		return t(scan ? "page.scanWaits" : "page.waits");
	};
	const rows = [
		{ term: t("page.number"), value: page.number },
		...(version
			? [
					{
						term: t("page.version"),
						value: t("page.versionOf", { number: String(version.number), day: date(version.day) }),
					},
				]
			: []),
		{
			term: t("page.parties"),
			value: (
				<ul>
					{shown.parties.map(({ name, role, signatories }) => (
						<li key={name}>
							{name} ({t(`roles.${role}`)})
							{signatories.length > 0 && `, ${t("page.represented", { names: signatories.join(", ") })}`}
						</li>
					))}
				</ul>
			),
		},
		...(page.inForceFrom
			? [{ term: t("page.inForce"), value: <LocalDate value={page.inForceFrom} /> }]
			: shown.dates.effectiveOn
				? [{ term: t("page.effective"), value: <LocalDate value={shown.dates.effectiveOn} /> }]
				: []),
		...(shown.dates.pilotStart && shown.dates.pilotEnd
			? [{ term: t("page.pilot"), value: <Period from={shown.dates.pilotStart} until={shown.dates.pilotEnd} /> }]
			: []),
		...(shown.dates.fundingEnd
			? [{ term: t("page.fundingEnd"), value: <LocalDate value={shown.dates.fundingEnd} /> }]
			: []),
		...(page.round?.deadline ? [{ term: t("page.deadline"), value: <LocalDate value={page.round.deadline} /> }] : []),
		...(page.round?.sequential ? [{ term: t("page.order"), value: t("page.oneByOne") }] : []),
		...(page.lastDay ? [{ term: t("page.ends"), value: <LocalDate value={page.lastDay} /> }] : []),
	];
	return (
		<>
			<title>{page.title}</title>
			<Breadcrumb entries={[{ label: t("list.title"), href: "/vereinbarungen" }, { label: page.number }]} />
			{page.justConcluded && !actionData && <Alert tone="success" title={t("page.justConcluded")} live />}
			<ErrorSummary errors={problems.errors} />
			<PageTitle
				title={page.title}
				above={shown.type ? templates(`types.${shown.type}`) : t("kind")}
				state={<StateBadge state={state} />}
			>
				<ButtonRow>
					{page.may.sign && <LinkButton href={`/vereinbarungen/${code}/unterschreiben`}>{t("page.sign")}</LinkButton>}
					{page.may.seeInside && state === "frozen" && (
						<LinkButton href={`/vereinbarungen/${code}/papier`} look="secondary">
							{t("page.paper")}
						</LinkButton>
					)}
					{page.may.seeInside && state === "presented" && (
						<LinkButton href={`/vereinbarungen/${code}/abstimmung`}>{clauses("title")}</LinkButton>
					)}
					{page.may.invite && (
						<LinkButton href={`/vereinbarungen/${code}/gaeste`} look="tertiary">
							{clauses("guests.title")}
						</LinkButton>
					)}
					{page.editHref && (
						<LinkButton href={page.editHref} look="secondary">
							{t("page.edit")}
						</LinkButton>
					)}
					{version && (
						<LinkButton href={version.pdfHref} look="secondary" download>
							{t("page.pdf")}
						</LinkButton>
					)}
					{version?.readingHref && (
						<LinkButton href={version.readingHref} look="tertiary" download>
							{t("page.reading")}
						</LinkButton>
					)}
					{version && page.inForceFrom && (
						<LinkButton href={`/pruefen/${version.verificationCode}`} look="tertiary">
							{t("page.check")}
						</LinkButton>
					)}
					{page.may.seeInside && shown.items.length > 0 && (
						<LinkButton href={`/vereinbarungen/${code}/austritt`} look="tertiary">
							{exit("exit.title")}
						</LinkButton>
					)}
					{page.may.seeInside && page.inForceFrom && (
						<LinkButton href={`/vereinbarungen/${code}/abrechnung`} look="tertiary">
							{follow("settle.link")}
						</LinkButton>
					)}
					{version && (
						<LinkButton href={`/werdegang/agreement/${page.id}`} look="tertiary">
							{t("page.trace")}
						</LinkButton>
					)}
				</ButtonRow>
			</PageTitle>
			{!version && <Alert title={t("page.notFrozen")} />}
			{page.open && page.open.marks + page.open.comments > 0 && <p>{clauses("open", page.open)}</p>}
			{page.refusal && (
				<Alert tone="warning" title={t("page.refused", { ...page.refusal, number: String(page.refusal.number) })} />
			)}
			<AfterAlerts after={page.after} code={code} />
			<SummaryList rows={rows} />
			{page.signatures && (
				<Section title={t("page.signatures")} id="unterschriften">
					<DataTable
						caption={t("page.signatures")}
						captionHidden
						rows={page.signatures}
						rowKey={({ slotId }) => slotId}
						columns={[
							{
								key: "party",
								header: t("page.party"),
								rowHeader: true,
								cell: ({ party, post }) => `${party}: ${post}`,
							},
							{ key: "form", header: t("page.form"), cell: ({ form }) => t(`forms.${form}`) },
							{ key: "signed", header: t("page.signed"), cell: signedWords },
						]}
					/>
				</Section>
			)}
			{page.approval && (
				<Approval
					approval={page.approval}
					mayNote={page.approval.next.length > 0}
					typed={actionData?.typed.step !== undefined || actionData?.typed.day !== undefined ? actionData.typed : null}
					at={problems.at}
				/>
			)}
			{page.seal && <Seal seal={page.seal} code={code} inside={page.may.seeInside} />}
			<AfterSection after={page.after} code={code} />
			{page.publication && <Publication publication={page.publication} />}
			{shown.blocks.map(({ key, heading, text }) =>
				text ? (
					<Section key={key} title={heading} id={`baustein-${key}`}>
						<PlainText text={text} />
					</Section>
				) : null,
			)}
			<AgreementTables shown={shown} />
		</>
	);
}

type Signed = { name: string; capacity: string; day: string; deputy: boolean } | null;
