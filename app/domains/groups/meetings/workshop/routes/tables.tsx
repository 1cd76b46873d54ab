import { z } from "zod";
import { Alert } from "~/design/alert";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { typedText } from "../../../ui/typed";
import { meetingRefusalMessages } from "../../refusal-messages";
import { addTable, noteToAgenda } from "../commands/tables.server";
import { tableForm } from "../forms";
import { workshopMessages } from "../messages";
import { workshopTables } from "../queries/tables-page.server";
import type { Route } from "./+types/tables";

const found = (world: World, params: { place: string; group: string; meeting: string }) =>
	workshopTables(world, { ...params, meeting: givenId(params.meeting) });

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	...(await found(world, params)),
	onAgenda: new URL(request.url).searchParams.has("tagesordnung"),
	textsFull: new URL(request.url).searchParams.has("voll"),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { meeting } = await found(world, params);
	const fields = await formFields(request);
	const here = `/o/${params.place}/arbeitskreise/${params.group}/sitzungen/${meeting.id}/tische`;
	if (fields.has("note")) {
		const form = readFields(request, fields, z.object({ note: z.uuid() }));
		if (!form.valid) return again(form.typed, form.refusals);
		const outcome = await noteToAgenda(world, { noteId: form.value.note, isPublic: true });
		return outcome.done ? onward(`${here}?tagesordnung`) : again(form.typed, outcome.refusals);
	}
	const form = readFields(request, fields, tableForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await addTable(world, { meetingId: meeting.id, ...form.value });
	return outcome.done ? onward(here) : again(form.typed, outcome.refusals);
});

type Loaded = Route.ComponentProps["loaderData"];

/** The tables of a workshop and what they brought to the plenary. */
export default function Tables({ loaderData: workshop, actionData }: Route.ComponentProps) {
	const t = useText(workshopMessages);
	const { errors, at } = useProblems(meetingRefusalMessages, actionData?.refusals);
	const group = `/o/${workshop.place.slug}/arbeitskreise/${workshop.group.slug}`;
	const here = `${group}/sitzungen/${workshop.meeting.id}`;
	return (
		<>
			<title>{`${t("tables.title")} – ${workshop.meeting.title}`}</title>
			<Breadcrumb
				entries={[
					{ label: workshop.group.name, href: group },
					{ label: workshop.meeting.title, href: here },
					{ label: t("tables.title") },
				]}
			/>
			{workshop.onAgenda && !actionData && <Alert tone="success" title={t("tables.onAgenda")} live />}
			{workshop.textsFull && <Alert tone="danger" title={t("text.full")} live />}
			<ErrorSummary errors={errors} />
			<PageTitle title={t("tables.title")} above={workshop.meeting.title} lead={t("tables.lead")} />
			{workshop.tables.length === 0 ? (
				<p>{t("tables.empty")}</p>
			) : (
				<ul>
					{workshop.tables.map(({ id, number, topic, notes }) => (
						<li key={id}>
							<a href={`${here}/tische/${number}`}>{t("tables.table", { number: String(number), topic })}</a> (
							{t("tables.notes", { count: notes.length })})
						</li>
					))}
				</ul>
			)}
			<Results workshop={workshop} />
			<ButtonRow>
				<LinkButton look="secondary" href={`${here}/tische/ergebnisse.docx`} download>
					{t("tables.word")}
				</LinkButton>
				{workshop.may.run && workshop.tables.length > 0 && (
					<Form action={`${here}/tische/als-text`} inline>
						<Button look="secondary">{t("text.begin")}</Button>
					</Form>
				)}
			</ButtonRow>
			{workshop.may.run && workshop.meeting.state !== "cancelled" && (
				<Section id="einrichten" title={t("tables.add")}>
					<Form>
						<TextField
							name="topic"
							label={t("tables.topic")}
							maxLength={120}
							value={typedText(actionData?.typed, "topic")}
							error={at("topic")}
						/>
						<TextField
							name="host"
							label={t("tables.hostField")}
							maxLength={120}
							value={typedText(actionData?.typed, "host")}
							error={at("host")}
							optional
						/>
						<Button>{t("tables.addSave")}</Button>
					</Form>
				</Section>
			)}
		</>
	);
}

function Results({ workshop }: { workshop: Loaded }) {
	const t = useText(workshopMessages);
	const results = workshop.tables.flatMap(({ number, results: of }) => of.map((result) => ({ ...result, number })));
	return (
		<Section id="ergebnisse" title={t("tables.results")}>
			{results.length === 0 ? (
				<p>{t("tables.noResults")}</p>
			) : (
				<ul className="gw-taps">
					{results.map(({ id, number, text, dots }) => (
						<li key={id} className="gw-tap">
							<p>
								{text} ({t("tables.table", { number: String(number), topic: t("tables.dots", { count: dots }) })})
							</p>
							{workshop.may.run && (
								<Form inline hidden={{ note: id }}>
									<Button look="secondary" label={t("tables.toAgendaLabel", { text })}>
										{t("tables.toAgenda")}
									</Button>
								</Form>
							)}
						</li>
					))}
				</ul>
			)}
		</Section>
	);
}
