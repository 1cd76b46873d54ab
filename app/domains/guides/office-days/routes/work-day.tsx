import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { handlingMessages } from "../../concerns/handling-messages";
import { NewsToCarryList } from "../../county-news/ui/news-to-carry";
import { messages as guideMessages } from "../../messages";
import { countVisit, takeBackVisit } from "../commands/change-day.server";
import { visitForm } from "../forms.server";
import { messages as publicMessages } from "../messages";
import { workDay } from "../queries/work-pages.server";
import { OfficeDayFacts } from "../ui/office-day-facts";
import { WorkDayCrumbs, workDayPath } from "../ui/work-day-crumbs";
import { messages } from "../work-messages";
import type { Route } from "./+types/work-day";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	day: await workDay(world, params),
	saved: new URL(request.url).searchParams.has("gespeichert"),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const head = await workDay(world, params);
	const form = await readForm(request, visitForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const at = { code: head.code, day: head.day };
	const outcome =
		form.value.act === "take-back"
			? await takeBackVisit(world, { at })
			: await countVisit(world, { at, topicId: form.value.topic });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${workDayPath(head)}#da`);
});

/** One office day for those who hold it. */
export default function WorkDay({ loaderData: { day, saved }, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const p = useText(publicMessages);
	const h = useText(handlingMessages);
	const g = useText(guideMessages);
	const format = useFormat();
	const { errors } = useProblems(messages, actionData?.refusals);
	const here = workDayPath(day);
	const work = `/o/${day.place.slug}/verwaltung`;
	const open = !day.isOver && !day.opening.cancelled;
	return (
		<>
			<title>{`${p("day.title", { place: day.municipality.name })} – ${day.place.name}`}</title>
			<WorkDayCrumbs head={day} />
			<ErrorSummary errors={errors} />
			{saved && <Alert tone="success" title={t("day.saved")} live />}
			<PageTitle
				title={p("day.title", { place: day.municipality.name })}
				above={day.post}
				state={
					day.opening.cancelled ? (
						<Badge tone="danger">{p("list.cancelled")}</Badge>
					) : day.opening.moved ? (
						<Badge tone="warning">{p("list.moved")}</Badge>
					) : undefined
				}
			>
				<ButtonRow>
					{!day.opening.cancelled && (
						<LinkButton href={`${work}/anliegen/neu?ort=${day.municipality.id}&sprechtag=${day.code}&tag=${day.day}`}>
							{t("day.capture")}
						</LinkButton>
					)}
					{!day.opening.cancelled && (
						<LinkButton look="secondary" href={`${here}/notiz`}>
							{h("split.noteLink")}
						</LinkButton>
					)}
					{open && (
						<LinkButton look="secondary" href={`${here}/verlegen`}>
							{t("day.move")}
						</LinkButton>
					)}
					{open && (
						<LinkButton look="secondary" href={`${here}/absagen`}>
							{t("day.cancel")}
						</LinkButton>
					)}
					<LinkButton look="tertiary" href={`/sprechtag/${day.code}/${day.day}`}>
						{t("day.public")}
					</LinkButton>
				</ButtonRow>
			</PageTitle>
			{day.reason && <p>{day.reason}</p>}
			<OfficeDayFacts page={{ opening: day.opening, accessibility: null, note: null }} />
			<Section id="termine" title={t("day.bookings")}>
				<DataTable
					caption={t("day.bookings")}
					captionHidden
					rows={day.bookings}
					rowKey={({ id }) => id}
					empty={<p>{t("day.noBookings")}</p>}
					columns={[
						{ key: "at", header: t("day.at"), rowHeader: true, cell: ({ at }) => format.time(at) },
						{ key: "name", header: t("day.name"), cell: ({ name }) => name },
						{ key: "reach", header: t("day.reach"), cell: ({ reach }) => reach },
						{ key: "subject", header: t("day.subject"), cell: ({ subject }) => subject ?? "–" },
						{
							key: "change",
							header: t("day.change"),
							cell: ({ path, name }) => (
								<LinkButton small look="tertiary" href={path} label={t("day.changeOf", { name })}>
									{t("day.change")}
								</LinkButton>
							),
						},
					]}
				/>
			</Section>
			<Section
				id="da"
				title={t("day.visits")}
				intro={day.hasBegun ? t("day.visitsText", { count: day.visitCount }) : t("day.visitsLater")}
			>
				{day.hasBegun && !day.opening.cancelled && (
					<Form hidden={{ act: "count" }} inline>
						<ButtonRow>
							{day.visits.map(({ topicId, name, count }) => (
								<Button key={topicId ?? "other"} look="secondary" name="topic" value={topicId ?? ""}>
									{`${name ?? t("day.other")}: ${count}`}
								</Button>
							))}
						</ButtonRow>
					</Form>
				)}
				{day.visitCount > 0 && (
					<Form hidden={{ act: "take-back" }} inline>
						<Button look="tertiary">{t("day.takeBack")}</Button>
					</Form>
				)}
			</Section>
			<NewsToCarryList news={day.news} action={`${here}/neues`} />
			<Section id="anliegen" title={t("day.concerns")}>
				{day.concerns.length === 0 ? (
					<p>{t("day.noConcerns")}</p>
				) : (
					<ul>
						{day.concerns.map(({ code, kind, state }) => (
							<li key={code}>
								<a href={`${work}/anliegen/${code}`}>{g("concern.title", { kind: g(`kinds.${kind}`), code })}</a>
								{` – ${g(`states.${state}`)}`}
							</li>
						))}
					</ul>
				)}
			</Section>
		</>
	);
}
