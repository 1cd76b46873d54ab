import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { Button } from "~/design/button";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { useProblems } from "~/design/problems";
import { SummaryList } from "~/design/summary-list";
import { LocalDate } from "~/design/time";
import { readUploadForm } from "~/domains/files/index.server";
import { dayOf } from "~/platform/calendar.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useFormat, useText } from "~/platform/i18n";
import { isFresh } from "~/platform/step-up";
import type { World } from "~/platform/world.server";
import { useNoticeWords } from "../../notice-period/ui/notice-words";
import { decisionOf } from "../../on-behalf/forms";
import { GivenWords } from "../../on-behalf/ui/given-words";
import { addRemainder, declareNotice, receiveNotice, settleRemainder } from "../commands/end-agreement.server";
import { prepareNotice } from "../commands/prepare-notice.server";
import { endingMessages } from "../ending-messages";
import { noticeForm, receiveForm, remainderForm, settleForm } from "../forms";
import { endingPage } from "../queries/ending.server";
import { AfterFrame } from "../ui/after-frame";
import { DeclareNotice } from "../ui/declare-notice";
import { Remainders } from "../ui/remainders";
import type { Route } from "./+types/ending";

const letterLimits = { files: 2, fileBytes: 20_000_000, totalBytes: 41_000_000, kinds: ["pdf", "image"] as const };
const said = ["sent", "wasPrepared", "wasReceived", "settled", "added"] as const;

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const query = new URL(request.url).searchParams;
	const { actor } = world;
	return {
		...(await endingPage(world, params.code)),
		shownAgain: actor.kind === "person" && isFresh(actor.steppedUpAt, world.now),
		today: dayOf(world.now).toString(),
		notice: said.find((name) => query.has(name)) ?? null,
		kept: await keptForm(world, request),
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { code } = params;
	const here = `/vereinbarungen/${code}/ende`;
	// Whoever may not see the page shall not fill the disk either.
	await endingPage(world, code);
	if (request.headers.get("content-type")?.startsWith("multipart/form-data")) {
		const form = await readUploadForm(request, noticeForm, letterLimits);
		if (!form.valid) return again(form.typed, form.refusals);
		const { asBreach, act, decidedOn, decision, ...given } = form.value;
		if (act === "prepare") {
			const outcome = await prepareNotice(world, { code, ...given });
			return outcome.done
				? onward(`${here}?wasPrepared`)
				: again(form.typed, [...outcome.refusals, ...form.chooseAgain]);
		}
		const file = (field: string) => form.files.find((stored) => stored.field === field) ?? null;
		const outcome = await form.act(() =>
			declareNotice(world, {
				code,
				...given,
				asBreach: asBreach !== "",
				stored: file("letter"),
				decision: file("decisionFile") ? { decidedOn, decision } : decisionOf({ decidedOn, decision }),
				decisionFile: file("decisionFile"),
			}),
		);
		return outcome.done ? onward(`${here}?sent`) : again(form.typed, [...outcome.refusals, ...form.chooseAgain]);
	}
	const fields = await formFields(request);
	if (fields.has("noticeId")) {
		const form = readFields(request, fields, receiveForm);
		if (!form.valid) return again(form.typed, form.refusals);
		const outcome = await receiveNotice(world, { code, ...form.value });
		return outcome.done ? onward(`${here}?wasReceived`) : again(form.typed, outcome.refusals);
	}
	if (fields.has("remainderId")) {
		const form = readFields(request, fields, settleForm);
		if (!form.valid) return again(form.typed, form.refusals);
		const outcome = await settleRemainder(world, { code, ...form.value });
		return outcome.done ? onward(`${here}?settled`) : again(form.typed, outcome.refusals);
	}
	const form = readFields(request, fields, remainderForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await addRemainder(world, { code, ...form.value });
	return outcome.done ? onward(`${here}?added`) : again(form.typed, outcome.refusals);
});

type Page = Route.ComponentProps["loaderData"];

export default function Ending({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(endingMessages);
	const { date } = useFormat();
	const inWords = useNoticeWords();
	const problems = useProblems(endingMessages, actionData?.refusals);
	const typed = actionData?.typed ?? page.kept ?? {};
	const part = { page, typed, problems };
	return (
		<AfterFrame
			page={page}
			title={t("title")}
			lead={t("lead")}
			errors={problems.errors}
			form={typed.what === undefined ? "erklaeren" : "verbleib"}
			notice={page.notice && t(page.notice)}
		>
			{page.boundUntil && <Alert title={t("bound", { day: date(page.boundUntil) })} />}
			{page.period && page.earliest && (
				<p>
					{inWords(page.period)} {t("earliest", { day: date(page.earliest) })}
				</p>
			)}
			<Section title={t("notices")} id="erklaerungen">
				{page.notices.length === 0 && <p>{t("none")}</p>}
				{page.notices.map((notice) => (
					<Declaration key={notice.id} notice={notice} />
				))}
			</Section>
			{page.prepared.length > 0 && <Prepared page={page} />}
			{page.mine.length > 0 && page.notices.every(({ kind }) => kind !== "termination") && <DeclareNotice {...part} />}
			<Remainders {...part} />
		</AfterFrame>
	);
}

function Declaration({ notice }: { notice: Page["notices"][number] }) {
	const t = useText(endingMessages);
	return (
		<>
			<SummaryList
				rows={[
					{ term: t("kind"), value: t("of", { kind: t(`kinds.${notice.kind}`), party: notice.party }) },
					{ term: t("declared"), value: <LocalDate value={notice.declaredOn} /> },
					{ term: t("last"), value: <LocalDate value={notice.lastDay} /> },
					{ term: t("reason"), value: notice.reason },
					...(notice.breach
						? [
								{
									term: t("breach"),
									value: (
										<>
											<Badge tone="danger">{t("breach")}</Badge> {t("breachText", { consequence: notice.consequence })}
										</>
									),
								},
							]
						: []),
					...(notice.letters.length > 0
						? [
								{
									term: t("letter"),
									value: notice.letters.map(({ name, href }) => (
										<a key={href} href={href}>
											{name}
										</a>
									)),
								},
							]
						: []),
					{
						term: t("received"),
						value: notice.receivedOn ? <LocalDate value={notice.receivedOn} /> : t("notReceived"),
					},
				]}
			/>
			<GivenWords words={notice.words} />
			{notice.sharesHref && (
				<p>
					{t("amend")} <a href={notice.sharesHref}>{t("amendLink")}</a>
				</p>
			)}
			{notice.receivers.map(({ organisationId, name }) => (
				<Form
					key={organisationId}
					inline
					id={`zugang-${notice.id}-${organisationId}`}
					hidden={{ noticeId: notice.id, organisationId }}
				>
					<Button look="secondary">{t("receive", { party: name })}</Button>
				</Form>
			))}
		</>
	);
}

/** What was written down for a party by who acts for it, until its own people declare it. */
function Prepared({ page }: { page: Page }) {
	const t = useText(endingMessages);
	return (
		<Section title={t("prepared")} id="vorbereitet" intro={t("preparedLead")}>
			{page.prepared.map((one) => (
				<SummaryList
					key={one.organisationId}
					rows={[
						{ term: t("kind"), value: t("of", { kind: t(`kinds.${one.kind}`), party: one.party }) },
						{ term: t("last"), value: <LocalDate value={one.lastDay} /> },
						{ term: t("reason"), value: one.reason },
						...(one.consequence ? [{ term: t("consequence"), value: one.consequence }] : []),
						{ term: t("preparedOn"), value: <LocalDate value={one.preparedOn} /> },
					]}
				/>
			))}
		</Section>
	);
}
