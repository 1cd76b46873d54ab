import { Alert } from "~/design/alert";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { DateField } from "~/design/date-field";
import { Disclosure } from "~/design/disclosure";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { SummaryList } from "~/design/summary-list";
import { Period } from "~/design/time";
import { today } from "~/platform/calendar.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { untilAfter } from "../../days.server";
import { typedText } from "../../ui/typed";
import { askAnotherCover, changeAbsence } from "../commands/absences.server";
import { changeAbsenceForm } from "../forms";
import { messages } from "../messages";
import { absencePage } from "../queries/absence-pages.server";
import { CoverList } from "../ui/cover-list";
import type { Route } from "./+types/absence";

const told = { gemeldet: "reported", gespeichert: "changed", gefragt: "asked" } as const;

export const loader = conduct(async ({ world, request, params }: Route.LoaderArgs & { world: World }) => {
	const asked = new URL(request.url).searchParams;
	const state = Object.entries(told).find(([key]) => asked.has(key))?.[1] ?? null;
	return { ...(await absencePage(world, givenId(params.absence))), state };
});

export const action = conduct(async ({ world, request, params }: Route.ActionArgs & { world: World }) => {
	const absenceId = givenId(params.absence);
	const { list } = await absencePage(world, absenceId);
	const form = await readForm(request, changeAbsenceForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { act, lastDay, coverPost } = form.value;
	if (act === "cover") {
		if (!coverPost) return again(form.typed, [{ code: "deputy-missing", field: "coverPost" }]);
		const asked = await askAnotherCover(world, { absenceId, coverPostId: givenId(coverPost) });
		return asked.done ? onward(`/abwesenheit/${absenceId}?gefragt`) : again(form.typed, asked.refusals);
	}
	const validUntil = act === "back" ? today(world.now) : untilAfter(lastDay);
	const outcome = await changeAbsence(world, { absenceId, validUntil });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(act === "back" ? (list ?? "/abwesenheit?zurueck") : `/abwesenheit/${absenceId}?gespeichert`);
});

/** One absence: who stands in, what is still open, and being back. */
export default function Absence({ loaderData, actionData }: Route.ComponentProps) {
	const { absence, list, covers, choices, work, uncovered, state } = loaderData;
	const t = useText(messages);
	const problems = useProblems(messages, actionData?.refusals);
	const typed = actionData?.typed;
	const title = absence.own ? t("one.ownTitle") : t("one.title", { name: absence.name });
	return (
		<>
			<title>{`${title} – Gemeinwerk`}</title>
			{list && <Breadcrumb entries={[{ label: t("list.link"), href: list }, { label: absence.name }]} />}
			<ErrorSummary errors={problems.errors} form={typed?.act === "cover" ? "fragen" : "bis"} />
			{state && <Alert tone="success" title={t(`one.${state}`)} live />}
			<PageTitle title={title} />
			<SummaryList
				rows={[
					{
						term: t("one.period"),
						value: absence.until ? (
							<Period from={absence.from} until={absence.until} />
						) : (
							<>
								<Period from={absence.from} />, {t("one.open")}
							</>
						),
					},
					...(absence.reason ? [{ term: t("one.reason"), value: absence.reason }] : []),
				]}
			/>
			<Section id="vertretung" title={t("one.covers")}>
				<CoverList covers={covers} />
				<Disclosure summary={t("one.another")} open={typed?.act === "cover"}>
					<Form id="fragen" hidden={{ act: "cover" }}>
						<Select
							name="coverPost"
							label={t("fields.cover")}
							hint={t("fields.coverHint")}
							options={choices}
							value={typedText(typed, "coverPost")}
							error={typed?.act === "cover" ? problems.at("coverPost") : undefined}
						/>
						<Button look="secondary">{t("one.ask")}</Button>
					</Form>
				</Disclosure>
			</Section>
			{uncovered.length > 0 && (
				<Section id="ohne-vertretung" title={t("one.uncoveredDays")} intro={t("one.uncoveredText")}>
					<DataTable
						caption={t("one.uncoveredDays")}
						captionHidden
						rows={uncovered}
						rowKey={({ key }) => key}
						columns={[
							{
								key: "when",
								header: t("one.when"),
								rowHeader: true,
								cell: (day) => (day.href ? <a href={day.href}>{day.title}</a> : day.title),
							},
							{ key: "where", header: t("one.where"), cell: ({ where }) => where },
							{ key: "bookings", header: t("one.bookings"), numeric: true, cell: ({ bookings }) => bookings },
							{
								key: "could",
								header: t("one.could"),
								cell: ({ standIns }) => (standIns.length > 0 ? standIns.join("; ") : t("one.couldNobody")),
							},
						]}
					/>
				</Section>
			)}
			<Section id="offen" title={t("one.work")}>
				{work.length === 0 ? (
					<p>{t("one.workNone")}</p>
				) : (
					<ul>
						{work.map(({ kind, count }) => (
							<li key={kind}>{t(`kinds.${kind}`, { count })}</li>
						))}
					</ul>
				)}
			</Section>
			<Section id="zurueck" title={absence.own ? t("one.back") : t("one.backOf", { name: absence.name })}>
				<p>{t("one.backText")}</p>
				<Form id="wieder-da" inline hidden={{ act: "back" }}>
					<Button>{absence.own ? t("one.back") : t("one.backOf", { name: absence.name })}</Button>
				</Form>
				<Disclosure summary={t("one.longer")} open={typed?.act === "until"}>
					<Form id="bis" hidden={{ act: "until" }}>
						<DateField
							name="lastDay"
							optional
							label={t("fields.lastDay")}
							hint={t("fields.lastDayHint")}
							value={typedText(typed, "lastDay", absence.until ?? "")}
							error={typed?.act === "until" ? problems.at("lastDay") : undefined}
						/>
						<Button look="secondary">{t("one.save")}</Button>
					</Form>
				</Disclosure>
			</Section>
		</>
	);
}
