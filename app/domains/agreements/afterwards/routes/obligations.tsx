import { Badge, type BadgeTone } from "~/design/badge";
import { Button } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { DateField } from "~/design/date-field";
import { Disclosure } from "~/design/disclosure";
import { FileField } from "~/design/file-field";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { TextField } from "~/design/text-field";
import { LocalDate } from "~/design/time";
import { readUploadForm } from "~/domains/files/index.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields, type Typed } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { decisionOf } from "../../on-behalf/forms";
import { addObligation, assignObligation, meetObligation } from "../commands/obligations.server";
import { endWaiver, waiveObligation } from "../commands/waive-obligation.server";
import { assignForm, endWaiverForm, meetForm, obligationForm, waiveForm } from "../forms";
import { type DateState, obligationKinds, obligationRhythms } from "../obligation";
import { obligationMessages } from "../obligation-messages";
import { obligationsPage, type ShownDate } from "../queries/obligations.server";
import type { ShownWaiver } from "../queries/waivers.server";
import { AfterFrame } from "../ui/after-frame";
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

const tones: Record<DateState, BadgeTone> = {
	done: "success",
	overdue: "danger",
	soon: "warning",
	later: "neutral",
	void: "neutral",
	waived: "neutral",
};

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
			{page.mayAdd && <AddForm page={page} typed={waives ? {} : typed} problems={problems} />}
		</AfterFrame>
	);
}

type Problems = ReturnType<typeof useProblems>;

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

function useWho() {
	const t = useText(obligationMessages);
	return ({ party, post }: ShownDate) => (post ? t("byPost", { party, post }) : t("noPost", { party }));
}

function Dates({ caption, dates }: { caption: string; dates: readonly ShownDate[] }) {
	const t = useText(obligationMessages);
	const { date: words } = useFormat();
	const who = useWho();
	return (
		<DataTable
			caption={caption}
			captionHidden
			rows={dates}
			rowKey={({ id }) => id}
			columns={[
				{
					key: "what",
					header: t("what"),
					rowHeader: true,
					cell: ({ title, kind }) => `${title} (${t(`kinds.${kind}`)})`,
				},
				{ key: "who", header: t("who"), cell: who },
				{ key: "to", header: t("to"), cell: ({ recipient }) => recipient },
				{ key: "due", header: t("due"), cell: ({ dueOn }) => <LocalDate value={dueOn} /> },
				{
					key: "state",
					header: t("state"),
					cell: ({ state, doneOn }) => (
						<Badge tone={tones[state]}>
							{doneOn ? `${t(`states.${state}`)} ${t("doneOn", { day: words(doneOn) })}` : t(`states.${state}`)}
						</Badge>
					),
				},
				...(dates.some(({ evidence }) => evidence !== null)
					? [
							{
								key: "evidence",
								header: t("evidence"),
								cell: ({ evidence, files }: ShownDate) => (
									<>
										{evidence}
										{files.map(({ name, href }) => (
											<span key={href}>
												{" "}
												<a href={href}>{name}</a>
											</span>
										))}
									</>
								),
							},
						]
					: []),
			]}
		/>
	);
}

function OpenDate({ date, typed, problems }: { date: ShownDate; typed: Typed; problems: Problems }) {
	const t = useText(obligationMessages);
	const { date: words } = useFormat();
	const mine = typed.dateId === date.id;
	return (
		<>
			<Dates caption={date.title} dates={[date]} />
			{date.posts.length > 0 && <Assign date={date} problems={problems} />}
			{date.mayMeet && (
				<Disclosure summary={t("meetOf", { title: date.title, day: words(date.dueOn) })} open={mine}>
					<Form files id={`erledigt-${date.id}`} hidden={{ dateId: date.id }}>
						<TextField
							name="evidence"
							optional
							label={t("evidenceField")}
							hint={t("evidenceHint")}
							value={mine ? typed.evidence?.toString() : undefined}
							error={mine ? problems.at("evidence") : undefined}
						/>
						<FileField
							name="file"
							optional
							label={t("file")}
							hint={t("fileHint")}
							error={mine ? problems.at("file") : undefined}
						/>
						<Button>{t("meet")}</Button>
					</Form>
				</Disclosure>
			)}
		</>
	);
}

function Assign({ date, problems }: { date: ShownDate; problems: Problems }) {
	const t = useText(obligationMessages);
	return (
		<Form id={`stelle-${date.obligationId}`} hidden={{ obligationId: date.obligationId }}>
			<Select
				name="postId"
				label={`${t("assign")}: ${date.title}`}
				options={date.posts}
				error={problems.at("postId")}
			/>
			<Button look="secondary" label={`${t("assignButton")}: ${date.title}`}>
				{t("assignButton")}
			</Button>
		</Form>
	);
}

function AddForm({
	page,
	typed,
	problems,
}: {
	page: Route.ComponentProps["loaderData"];
	typed: Typed;
	problems: Problems;
}) {
	const t = useText(obligationMessages);
	const text = (name: string) => typed[name]?.toString();
	return (
		<Section title={t("add")} id="hinzufuegen">
			<Form id="neu">
				<TextField name="title" label={t("addTitle")} value={text("title")} error={problems.at("title")} />
				<Select
					name="who"
					label={t("post")}
					hint={t("postHint")}
					value={text("who")}
					error={problems.at("who") ?? problems.at("postId")}
					options={page.parties.flatMap(({ id, name, posts }) => [
						{ value: `${id}:`, label: t("noPost", { party: name }) },
						...posts.map(({ value, label }) => ({ value: `${id}:${value}`, label })),
					])}
				/>
				<Select
					name="kind"
					label={t("kind")}
					value={text("kind")}
					error={problems.at("kind")}
					options={obligationKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
				/>
				<TextField name="recipient" label={t("recipient")} value={text("recipient")} error={problems.at("recipient")} />
				<Select
					name="rhythm"
					label={t("rhythm")}
					value={text("rhythm") ?? "once"}
					error={problems.at("rhythm")}
					options={obligationRhythms.map((rhythm) => ({ value: rhythm, label: t(`rhythms.${rhythm}`) }))}
				/>
				<DateField name="firstOn" label={t("firstOn")} value={text("firstOn")} error={problems.at("firstOn")} />
				<DateField name="until" optional label={t("until")} value={text("until")} error={problems.at("until")} />
				<Button>{t("addButton")}</Button>
			</Form>
		</Section>
	);
}
