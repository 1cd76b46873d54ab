import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { SearchField } from "~/design/search-field";
import { SummaryList } from "~/design/summary-list";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { isOparlType } from "../attributes";
import { askForReading, dropSystem } from "../commands/name-system.server";
import { messages } from "../messages";
import { findPapers, systemPage } from "../queries/systems.server";
import type { Route } from "./+types/system";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const system = await systemPage(world, params);
	const query = new URL(request.url).searchParams;
	const words = query.get("q")?.slice(0, 100) ?? "";
	const { organisationId } = system;
	return { ...system, words, found: await findPapers(world, { organisationId, words }), asked: query.has("gelesen") };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id, place } = await systemPage(world, params);
	const list = `/o/${place.slug}/verwaltung/ratsinformation`;
	const fields = await formFields(request);
	if (fields.get("act") === "drop") {
		const outcome = await dropSystem(world, { systemId: id });
		return outcome.done ? onward(`${list}?gespeichert`) : again({}, outcome.refusals);
	}
	const outcome = await askForReading(world, { systemId: id });
	return outcome.done ? onward(`${list}/${id}?gelesen`) : again({}, outcome.refusals);
});

type Loaded = Route.ComponentProps["loaderData"];

/** One system: what was read from it, what could not be, and a search in its papers. */
export default function System({ loaderData, actionData }: Route.ComponentProps) {
	const { place, id, name, hosts, oparlUrl, readingSince, nextReadAt, words, found, asked, may } = loaderData;
	const t = useText(messages);
	const { date, dateTime } = useFormat();
	const problems = useProblems(messages, actionData?.refusals);
	const list = `/o/${place.slug}/verwaltung/ratsinformation`;
	return (
		<>
			<title>{`${name} – ${place.name}`}</title>
			<WorkCrumbs place={place} entries={[{ label: t("title"), href: list }, { label: name }]} />
			{asked && !actionData && <Alert tone="success" title={t("asked")} live />}
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={name} above={t("title")} />
			<SummaryList
				rows={[
					{ term: t("hosts"), value: hosts.join(", ") },
					...(oparlUrl ? [{ term: t("system.door"), value: oparlUrl }] : []),
					...(nextReadAt ? [{ term: t("system.next"), value: dateTime(nextReadAt) }] : []),
				]}
			/>
			{readingSince && <p>{t("system.now", { date: dateTime(readingSince) })}</p>}
			{oparlUrl && may.name && (
				<Form id="lesen" hidden={{ act: "read" }} inline>
					<Button look="secondary">{t("system.readNow")}</Button>
				</Form>
			)}
			{oparlUrl && (
				<>
					<SearchField action={`${list}/${id}`} value={words} label={t("system.search")} />
					{words !== "" && (
						<DataTable
							caption={t("system.found")}
							rows={found}
							rowKey={(paper) => paper.id}
							empty={<p>{t("system.foundNone")}</p>}
							columns={[
								{
									key: "name",
									header: t("name"),
									rowHeader: true,
									cell: ({ name: title, reference, deleted }) =>
										`${[reference, title].filter(Boolean).join(": ")}${deleted ? ` (${t("system.foundDeleted")})` : ""}`,
								},
								{ key: "kind", header: t("system.kind"), cell: ({ paperType }) => paperType ?? "–" },
								{ key: "date", header: t("system.began"), cell: (paper) => (paper.date ? date(paper.date) : "–") },
							]}
						/>
					)}
					<Content loaded={loaderData} />
				</>
			)}
			{may.name && (
				<Section id="weg" title={t("system.drop")} intro={t("system.dropText")}>
					<Form id="von-der-liste" hidden={{ act: "drop" }} inline>
						<Button look="danger">{t("system.drop")}</Button>
					</Form>
				</Section>
			)}
		</>
	);
}

function Content({ loaded: { counts, readings, problems } }: { loaded: Loaded }) {
	const t = useText(messages);
	const { number, dateTime } = useFormat();
	return (
		<>
			<Section id="bestand" title={t("system.content")}>
				<DataTable
					caption={t("system.content")}
					captionHidden
					rows={counts}
					rowKey={({ type }) => type}
					empty={<p>{t("system.nothing")}</p>}
					columns={[
						{
							key: "kind",
							header: t("system.kind"),
							rowHeader: true,
							cell: ({ type }) => (isOparlType(type) ? t(`types.${type}`) : type),
						},
						{ key: "count", header: t("system.count"), numeric: true, cell: ({ count }) => number(count) },
					]}
				/>
			</Section>
			{readings.length > 0 && (
				<Section id="gelesen" title={t("system.readings")}>
					<DataTable
						caption={t("system.readings")}
						captionHidden
						rows={readings}
						rowKey={({ id }) => id}
						columns={[
							{ key: "began", header: t("system.began"), rowHeader: true, cell: ({ beganAt }) => dateTime(beganAt) },
							{
								key: "outcome",
								header: t("system.outcome"),
								cell: ({ outcome }) =>
									t(`outcomes.${outcome === "read" || outcome === "partial" ? outcome : "failed"}`),
							},
							{
								key: "scope",
								header: t("system.scope"),
								cell: ({ since }) => t(since ? "system.since" : "system.whole"),
							},
							...(["added", "changed", "deleted", "skipped"] as const).map((name) => ({
								key: name,
								header: t(`system.${name}`),
								numeric: true,
								cell: (reading: Loaded["readings"][number]) => number(reading[name]),
							})),
						]}
					/>
				</Section>
			)}
			{problems.length > 0 && (
				<Section id="probleme" title={t("system.problems")} intro={t("system.problemsIntro")}>
					<DataTable
						caption={t("system.problems")}
						captionHidden
						rows={problems.map((problem, index) => ({ ...problem, key: `${index}` }))}
						rowKey={({ key }) => key}
						columns={[
							{ key: "where", header: t("system.where"), rowHeader: true, cell: ({ address }) => address },
							{ key: "what", header: t("system.what"), cell: (problem) => <ProblemWords {...problem} /> },
						]}
					/>
				</Section>
			)}
		</>
	);
}

function ProblemWords({ code, detail }: { code: string; detail: string }) {
	const t = useText(messages);
	const known = Object.keys(messages.de.problems).find((one) => one === code);
	return known ? t(`problems.${known as keyof typeof messages.de.problems}`, { detail }) : code;
}
