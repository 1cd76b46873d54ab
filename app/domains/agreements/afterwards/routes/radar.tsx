import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { DataTable } from "~/design/data-table";
import { Disclosure } from "~/design/disclosure";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { LocalDate } from "~/design/time";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm, type Typed } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { contractsPlace } from "../../existing/queries/contracts.server";
import { decideRenewal } from "../commands/decide-renewal.server";
import { renewalForm } from "../forms";
import { radarPage } from "../queries/radar.server";
import { type RadarEntry, renewalDecisions } from "../radar";
import { radarMessages } from "../radar-messages";
import type { Route } from "./+types/radar";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const { organisationId: _, ...page } = await radarPage(world, params.place);
	return {
		...page,
		saved: new URL(request.url).searchParams.has("gespeichert"),
		kept: await keptForm(world, request),
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { organisationId, slug } = await contractsPlace(world, params.place);
	const form = await readForm(request, renewalForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await decideRenewal(world, { organisationId, ...form.value });
	return outcome.done
		? onward(`/o/${slug}/verwaltung/vereinbarungen/radar?gespeichert`)
		: again(form.typed, outcome.refusals);
});

const formOf = ({ subject, endsOn }: RadarEntry) => `entscheiden-${subject.id}-${endsOn ?? ""}`;

export default function Radar({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(radarMessages);
	const problems = useProblems(radarMessages, actionData?.refusals);
	const typed = actionData?.typed ?? page.kept ?? {};
	const staff = `/o/${page.place.slug}/verwaltung/vereinbarungen`;
	return (
		<>
			<title>{`${t("title")} – ${page.place.name}`}</title>
			<Breadcrumb entries={[{ label: page.place.name, href: `/o/${page.place.slug}` }, { label: t("title") }]} />
			{page.saved && !actionData && <Alert tone="success" title={t("saved")} live />}
			<ErrorSummary
				errors={problems.errors}
				form={typed.subjectId ? `entscheiden-${typed.subjectId}-${typed.endsOn}` : undefined}
			/>
			<PageTitle title={t("title")} lead={t("lead")}>
				<ButtonRow>
					<LinkButton href={staff} look="secondary">
						{t("links.agreements")}
					</LinkButton>
					<LinkButton href={`${staff}/bestand`} look="secondary">
						{t("links.existing")}
					</LinkButton>
				</ButtonRow>
			</PageTitle>
			{page.cut && <Alert tone="warning" title={t("cut")} />}
			{page.spans.map(({ span, entries }) => (
				<Section key={span} title={t(`spans.${span}`)} id={span}>
					{entries.length === 0 ? <p>{t("nothing")}</p> : <Entries caption={t(`spans.${span}`)} entries={entries} />}
					{entries
						.filter(({ kind, endsOn }) => kind === "end" && endsOn !== null)
						.map((entry) => (
							<Decide key={formOf(entry)} entry={entry} typed={typed} problems={problems} />
						))}
				</Section>
			))}
		</>
	);
}

function Entries({ caption, entries }: { caption: string; entries: readonly RadarEntry[] }) {
	const t = useText(radarMessages);
	return (
		<DataTable
			caption={caption}
			captionHidden
			rows={entries}
			rowKey={({ kind, day, subject, what }) => `${kind} ${day} ${subject.id} ${what ?? ""}`}
			columns={[
				{ key: "day", header: t("day"), cell: ({ day }) => <LocalDate value={day} /> },
				{
					key: "what",
					header: t("what"),
					cell: ({ kind, what }) => (what ? `${t(`kinds.${kind}`)}: ${what}` : t(`kinds.${kind}`)),
				},
				{
					key: "subject",
					header: t("subject"),
					rowHeader: true,
					cell: ({ subject }) => (
						<a href={subject.href}>{[subject.number, subject.title].filter(Boolean).join(": ")}</a>
					),
				},
				{
					key: "decision",
					header: t("decision"),
					cell: ({ decision, endsOn }) =>
						endsOn === null ? (
							"–"
						) : decision ? (
							<Badge tone="success">{t(`decisions.${decision}`)}</Badge>
						) : (
							<Badge tone="warning">{t("undecided")}</Badge>
						),
				},
			]}
		/>
	);
}

function Decide({
	entry,
	typed,
	problems,
}: {
	entry: RadarEntry;
	typed: Typed;
	problems: ReturnType<typeof useProblems>;
}) {
	const t = useText(radarMessages);
	const { subject, endsOn, decision } = entry;
	const mine = typed.subjectId === subject.id && typed.endsOn === endsOn;
	return (
		<Disclosure summary={t("decide", { title: subject.title })} open={mine}>
			<Form id={formOf(entry)} hidden={{ subjectKind: subject.kind, subjectId: subject.id, endsOn: endsOn ?? "" }}>
				<RadioGroup
					name="decision"
					label={t("decideField")}
					value={mine ? typed.decision?.toString() : (decision ?? undefined)}
					error={mine ? problems.at("decision") : undefined}
					choices={renewalDecisions.map((value) => ({ value, label: t(`decisions.${value}`) }))}
				/>
				<TextField
					name="reason"
					label={t("reason")}
					value={mine ? typed.reason?.toString() : undefined}
					error={mine ? problems.at("reason") : undefined}
				/>
				<Button look="secondary">{t("save")}</Button>
			</Form>
		</Disclosure>
	);
}
