import { Section } from "~/design/layout";
import { useProblems } from "~/design/problems";
import { readUploadForm } from "~/domains/files/index.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields, type Typed } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { decisionOf } from "../../on-behalf/forms";
import { addObligation, assignObligation, meetObligation } from "../commands/obligations.server";
import { endWaiver, waiveObligation } from "../commands/waive-obligation.server";
import { assignForm, endWaiverForm, meetForm, obligationForm, waiveForm } from "../forms";
import { obligationMessages } from "../obligation-messages";
import { obligationsPage, type ShownDate } from "../queries/obligations.server";
import type { ShownWaiver } from "../queries/waivers.server";
import { AddObligation } from "../ui/add-obligation";
import { AfterFrame } from "../ui/after-frame";
import { Assign, Dates, OpenDate } from "../ui/obligation-dates";
import { Waivers } from "../ui/waivers";
import { waiverMessages } from "../waiver-messages";
import type { Route } from "./+types/obligations";

const evidenceLimits = {
	files: 1,
	fileBytes: 20_000_000,
	totalBytes: 21_000_000,
	kinds: ["pdf", "image", "office"] as const,
};
const notices = ["waived", "waiverEnded", "met", "added", "assigned"] as const;

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const query = new URL(request.url).searchParams;
	return {
		...(await obligationsPage(world, params.code)),
		notice: notices.find((name) => query.has(name)) ?? null,
		kept: await keptForm(world, request),
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { code } = params;
	const here = `/vereinbarungen/${code}/pflichten`;
	// Whoever may not see the page shall not fill the disk either.
	await obligationsPage(world, code);
	if (request.headers.get("content-type")?.startsWith("multipart/form-data")) {
		const form = await readUploadForm(request, meetForm, evidenceLimits);
		if (!form.valid) return again(form.typed, form.refusals);
		const outcome = await form.act(() => meetObligation(world, { code, ...form.value, stored: form.files[0] ?? null }));
		return outcome.done ? onward(`${here}?met`) : again(form.typed, [...outcome.refusals, ...form.chooseAgain]);
	}
	const fields = await formFields(request);
	if (fields.get("act") === "waive") {
		const form = readFields(request, fields, waiveForm);
		if (!form.valid) return again(form.typed, form.refusals);
		const { waivedId: dateId, organisationId, reason } = form.value;
		const word = { organisationId, reason, decision: decisionOf(form.value) };
		const outcome = await waiveObligation(world, { code, dateId, ...word });
		return outcome.done ? onward(`${here}?waived`) : again(form.typed, outcome.refusals);
	}
	if (fields.get("act") === "endWaiver") {
		const form = readFields(request, fields, endWaiverForm);
		if (!form.valid) return again(form.typed, form.refusals);
		const { endReason: reason, ...given } = form.value;
		const outcome = await endWaiver(world, { code, ...given, reason });
		return outcome.done ? onward(`${here}?waiverEnded`) : again(form.typed, outcome.refusals);
	}
	if (fields.has("obligationId")) {
		const form = readFields(request, fields, assignForm);
		if (!form.valid) return again(form.typed, form.refusals);
		const outcome = await assignObligation(world, { code, ...form.value });
		return outcome.done ? onward(`${here}?assigned`) : again(form.typed, outcome.refusals);
	}
	const form = readFields(request, fields, obligationForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { who, until, ...given } = form.value;
	const [organisationId = "", postId = ""] = who.split(":");
	const outcome = await addObligation(world, {
		code,
		...given,
		organisationId,
		postId: postId === "" ? null : postId,
		until: until === "" ? null : until,
	});
	return outcome.done ? onward(`${here}?added`) : again(form.typed, outcome.refusals);
});

export default function Obligations({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(obligationMessages);
	const waiving = useText(waiverMessages);
	const ends = actionData?.typed.waiverId !== undefined;
	const waives = ends || actionData?.typed.waivedId !== undefined;
	const problems = useProblems(waives ? waiverMessages : obligationMessages, actionData?.refusals);
	const typed = actionData?.typed ?? page.kept ?? {};
	const noticeWords = (notice: (typeof notices)[number]) =>
		notice === "waived" ? waiving("noted") : notice === "waiverEnded" ? waiving("waiverEnded") : t(notice);
	const refused = typed.dateId?.toString() ?? typed.obligationId?.toString();
	return (
		<AfterFrame
			page={page}
			title={t("title")}
			lead={t("lead")}
			errors={problems.errors}
			form={
				waives
					? formOfWaiver(typed, page.waivers)
					: typed.dateId
						? `erledigt-${refused}`
						: typed.obligationId
							? `stelle-${refused}`
							: "neu"
			}
			notice={page.notice && noticeWords(page.notice)}
		>
			<Section title={t("open")} id="offen">
				{page.open.length === 0 && <p>{t("nothing")}</p>}
				{page.open.map((date) => (
					<OpenDate key={date.id} date={date} typed={typed} problems={problems} />
				))}
			</Section>
			{page.later.length > 0 && (
				<Section title={t("later")} id="spaeter">
					<Dates caption={t("later")} dates={page.later} />
					{page.later.filter(onceEach).map((date) => (
						<Assign key={date.id} date={date} problems={problems} />
					))}
				</Section>
			)}
			{page.done.length > 0 && (
				<Section title={t("done")} id="erledigt">
					<Dates caption={t("done")} dates={page.done} />
				</Section>
			)}
			<Waivers
				waivers={page.waivers}
				speaksFor={page.speaksFor}
				byDecision={page.byDecision}
				words={page.words}
				dates={[...page.open, ...page.later]}
				typed={waives ? typed : null}
				at={problems.at}
			/>
			{page.mayAdd && <AddObligation page={page} typed={waives ? {} : typed} problems={problems} />}
		</AfterFrame>
	);
}

/** The form of the waivers that was refused: errors link into it. */
function formOfWaiver({ waiverId, waivedId, organisationId }: Typed, waivers: readonly ShownWaiver[]): string {
	if (waiverId) return `verzicht-ende-${waiverId}-${organisationId}`;
	const stands = waivers.some(({ dateId, ended }) => dateId === waivedId && ended === null);
	return stands ? `verzicht-${waivedId}-${organisationId}` : "verzicht-neu";
}

/** One form per obligation, not one per date. */
function onceEach(date: ShownDate, index: number, all: readonly ShownDate[]): boolean {
	return date.posts.length > 0 && all.findIndex(({ obligationId }) => obligationId === date.obligationId) === index;
}
