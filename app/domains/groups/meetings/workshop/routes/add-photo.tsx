import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { FileField } from "~/design/file-field";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { readUploadForm } from "~/domains/files/index.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { useText } from "~/platform/i18n";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { typedText } from "../../../ui/typed";
import { meetingRefusalMessages } from "../../refusal-messages";
import { addTablePhoto } from "../commands/tables.server";
import { photoForm } from "../forms";
import { workshopMessages } from "../messages";
import { workshopTable } from "../queries/tables-page.server";
import type { Route } from "./+types/add-photo";

const found = (world: World, params: { place: string; group: string; meeting: string; table: string }) => {
	if (!/^\d{1,3}$/.test(params.table)) throw new NotFound();
	return workshopTable(world, { ...params, meeting: givenId(params.meeting), number: Number(params.table) });
};

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { number, topic, meeting, place, group } = await found(world, params);
	return { number, topic, meeting, place, group };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const table = await found(world, params);
	const form = await readUploadForm(request, photoForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const file = form.files.find(({ mediaType }) => mediaType.startsWith("image/"));
	const outcome = await form.act(() =>
		addTablePhoto(world, { tableId: table.id, description: form.value.description, file }),
	);
	if (!outcome.done) return again(form.typed, [...outcome.refusals, ...form.chooseAgain]);
	return onward(
		`/o/${params.place}/arbeitskreise/${params.group}/sitzungen/${table.meeting.id}/tische/${table.number}#fotos`,
	);
});

/** The form of a photo by itself: after a refusal, and after a sign-in midway. */
export default function AddPhoto({ loaderData: table, actionData }: Route.ComponentProps) {
	const t = useText(workshopMessages);
	const { errors, at } = useProblems(meetingRefusalMessages, actionData?.refusals);
	const here = `/o/${table.place.slug}/arbeitskreise/${table.group.slug}/sitzungen/${table.meeting.id}/tische`;
	return (
		<>
			<title>{`${t("table.photoSave")} – ${table.topic}`}</title>
			<Breadcrumb
				entries={[
					{ label: t("tables.title"), href: here },
					{ label: table.topic, href: `${here}/${table.number}` },
					{ label: t("table.photoSave") },
				]}
			/>
			<ErrorSummary errors={errors} />
			<PageTitle title={t("table.photoSave")} above={table.topic} />
			<Form files>
				<FileField
					name="photo"
					label={t("table.photo")}
					hint={t("table.photoHint")}
					accept="image/*"
					error={at("photo")}
				/>
				<TextField
					name="description"
					label={t("table.description")}
					maxLength={500}
					value={typedText(actionData?.typed, "description")}
					error={at("description")}
				/>
				<Button>{t("table.photoSave")}</Button>
			</Form>
		</>
	);
}
