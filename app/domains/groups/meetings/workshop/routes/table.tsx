import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { FileField } from "~/design/file-field";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { useText } from "~/platform/i18n";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { typedText } from "../../../ui/typed";
import { meetingRefusalMessages } from "../../refusal-messages";
import { noteForm } from "../forms";
import { workshopMessages } from "../messages";
import { noteAct } from "../note-act.server";
import { workshopTable } from "../queries/tables-page.server";
import { NoteRow } from "../ui/note-row";
import type { Route } from "./+types/table";

const found = (world: World, params: { place: string; group: string; meeting: string; table: string }) => {
	if (!/^\d{1,3}$/.test(params.table)) throw new NotFound();
	return workshopTable(world, { ...params, meeting: givenId(params.meeting), number: Number(params.table) });
};

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => found(world, params));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const table = await found(world, params);
	const form = await readForm(request, noteForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await noteAct(world, table.id, form.value);
	if (!outcome.done) return again(form.typed, outcome.refusals);
	const { act, about } = form.value;
	const here = `/o/${params.place}/arbeitskreise/${params.group}/sitzungen/${table.meeting.id}/tische/${table.number}`;
	return onward(`${here}#${about && act !== "remove" ? `notiz-${about}` : "notizen"}`);
});

/** One table of a workshop: its notes, points and photos. */
export default function Table({ loaderData: table, actionData }: Route.ComponentProps) {
	const t = useText(workshopMessages);
	const { errors, at } = useProblems(meetingRefusalMessages, actionData?.refusals);
	const typed = actionData?.typed;
	const adding = typedText(typed, "act", "add") === "add";
	const group = `/o/${table.place.slug}/arbeitskreise/${table.group.slug}`;
	const meeting = `${group}/sitzungen/${table.meeting.id}`;
	return (
		<>
			<title>{`${t("tables.table", { number: String(table.number), topic: table.topic })} – ${table.meeting.title}`}</title>
			<Breadcrumb
				entries={[
					{ label: table.group.name, href: group },
					{ label: table.meeting.title, href: meeting },
					{ label: t("tables.title"), href: `${meeting}/tische` },
					{ label: table.topic },
				]}
			/>
			<ErrorSummary errors={errors} />
			<PageTitle
				title={t("tables.table", { number: String(table.number), topic: table.topic })}
				above={table.meeting.title}
				lead={table.host ? t("tables.host", { name: table.host }) : undefined}
			/>
			<Form id="neue-notiz" hidden={{ act: "add" }}>
				<TextArea
					name="text"
					label={t("table.note")}
					hint={t("table.noteHint")}
					rows={2}
					maxLength={1000}
					value={adding ? typedText(typed, "text") : ""}
					error={adding ? at("text") : undefined}
				/>
				<Button>{t("table.save")}</Button>
			</Form>
			<Section
				id="notizen"
				title={t("table.notes")}
				aside={<a href={`${meeting}/tische/${table.number}#notizen`}>{t("table.reload")}</a>}
			>
				{table.dots.each > 0 && (
					<p>{t("table.dotsLeft", { left: String(table.dots.left), each: String(table.dots.each) })}</p>
				)}
				{table.notes.length === 0 ? (
					<p>{t("table.empty")}</p>
				) : (
					<ul className="gw-taps">
						{table.notes.map((note) => (
							<NoteRow
								key={note.id}
								note={note}
								dots={table.dots}
								runs={table.may.run}
								typed={typedText(typed, "about") === note.id ? typedText(typed, "text") : null}
								error={typedText(typed, "about") === note.id ? at("text") : undefined}
							/>
						))}
					</ul>
				)}
			</Section>
			<Section id="fotos" title={t("table.photos")}>
				{table.photos.length === 0 ? (
					<p>{t("table.noPhotos")}</p>
				) : (
					<ul>
						{table.photos.map(({ id, href, previewHref, description }) => (
							<li key={id}>
								<a href={href}>
									{previewHref ? <img src={previewHref} alt={description} loading="lazy" /> : description}
								</a>
								<p>{description}</p>
							</li>
						))}
					</ul>
				)}
				<Form id="foto" action={`${meeting}/tische/${table.number}/foto`} files>
					<FileField name="photo" label={t("table.photo")} hint={t("table.photoHint")} accept="image/*" />
					<TextField name="description" label={t("table.description")} maxLength={500} />
					<Button look="secondary">{t("table.photoSave")}</Button>
				</Form>
			</Section>
		</>
	);
}
