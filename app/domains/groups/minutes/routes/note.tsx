import { Button } from "~/design/button";
import { Checkbox } from "~/design/choice-group";
import { Form } from "~/design/form";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { TextArea } from "~/design/text-area";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { typedText, typedTick } from "../../ui/typed";
import { saveNote } from "../commands/notes.server";
import { noteForm } from "../forms";
import { begunMinutes } from "../queries/managed-minutes.server";
import { minutesStaffMessages } from "../staff-messages";
import { ActFrame, writingPath } from "../ui/act-frame";
import type { Route } from "./+types/note";

async function read(world: World, params: Route.LoaderArgs["params"], request: Request) {
	const page = await begunMinutes(world, { ...params, meeting: givenId(params.meeting) });
	const item = page.minutes.items.find(({ id }) => id === params.item);
	if (!item) throw new NotFound();
	const asked = new URL(request.url).searchParams.get("notiz");
	const note = asked === null ? null : item.notes.find(({ id }) => id === asked);
	if (note === undefined) throw new NotFound();
	return { page, item, note };
}

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const { page, item, note } = await read(world, params, request);
	const { place, group, meeting, minutes } = page;
	return { place, group, meeting, item, note, speakers: minutes.speakers, kept: await keptForm(world, request) };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, noteForm);
	const { page, item, note } = await read(world, params, request);
	if (!form.valid) return again(form.typed, form.refusals);
	const { text, speakerId, isPublic } = form.value;
	const outcome = await saveNote(world, {
		minutesId: page.minutes.id,
		agendaItemId: item.id,
		noteId: note?.id ?? null,
		text,
		speakerId: speakerId || null,
		isPublic: isPublic === "on",
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${writingPath(page)}#top-${item.position}`);
});

/** Writes or changes what was said under an agenda item. */
export default function MinutesNote({
	loaderData: { kept, item, note, speakers, ...of },
	actionData,
}: Route.ComponentProps) {
	const t = useText(minutesStaffMessages);
	const { errors, at } = useProblems(minutesStaffMessages, actionData?.refusals);
	const typed = actionData?.typed ?? kept;
	return (
		<ActFrame of={of} title={t("noteTitle", { number: String(item.position) })} lead={item.title} errors={errors}>
			<Form draftKey={`minutes-note:${note?.id ?? item.id}`}>
				<TextArea
					name="text"
					label={t("text")}
					hint={note ? t("textHint") : undefined}
					maxLength={5000}
					value={typedText(typed, "text", note?.text)}
					error={at("text")}
				/>
				<Select
					name="speakerId"
					label={t("speaker")}
					hint={t("speakerHint")}
					empty={t("nobody")}
					options={speakers.map(({ id, name }) => ({ value: id, label: name }))}
					value={typedText(typed, "speakerId", note?.speakerId ?? "")}
					error={at("speakerId")}
					optional
				/>
				{item.isPublic ? (
					<Checkbox
						name="isPublic"
						label={t("isPublic")}
						checked={typedTick(typed, "isPublic", note?.isPublic ?? true)}
						optional
					/>
				) : (
					<p>{t("closedItem")}</p>
				)}
				<Button>{t("saveNote")}</Button>
			</Form>
		</ActFrame>
	);
}
