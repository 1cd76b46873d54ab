import { Button } from "~/design/button";
import { FileField } from "~/design/file-field";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { readUploadForm } from "~/domains/files/index.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { editingPage } from "../../drafting/queries/editing-pages.server";
import { EditFrame } from "../../drafting/ui/edit-frame";
import { RemoveButton } from "../../drafting/ui/remove-button";
import { annexForm, removeForm } from "../../forms";
import { messages as publicMessages } from "../../messages";
import { messages } from "../../particulars/messages";
import { annexUpload } from "../annex-limits";
import { addAnnex, removeAnnex } from "../commands/annexes.server";
import { AnnexTable } from "../ui/annex-table";
import type { Route } from "./+types/edit-annexes";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const { draft, points: _, ...page } = await editingPage(world, params);
	return {
		...page,
		saved: new URL(request.url).searchParams.has("saved"),
		annexes: draft.particulars.annexes.map(({ id, title, name, sha256, fileId }) => ({
			id,
			title,
			name,
			sha256,
			href: `/datei/${fileId}`,
		})),
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { here, code } = await editingPage(world, params);
	const back = onward(`${here}/anlagen?saved`);
	if (!(request.headers.get("Content-Type") ?? "").startsWith("multipart/")) {
		const form = readFields(request, await formFields(request), removeForm);
		if (!form.valid) return again(form.typed, form.refusals);
		const outcome = await removeAnnex(world, { code, id: form.value.id });
		return outcome.done ? back : again({}, outcome.refusals);
	}
	const form = await readUploadForm(request, annexForm, annexUpload);
	if (!form.valid) return again(form.typed, form.refusals);
	const [stored] = form.files;
	if (!stored) return again(form.typed, [{ code: "scan-missing", field: "file" }]);
	const outcome = await form.act(() => addAnnex(world, { code, title: form.value.title, stored }));
	return outcome.done ? back : again(form.typed, [...outcome.refusals, ...form.chooseAgain]);
});

export default function EditAnnexes({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const problems = useProblems(publicMessages, actionData?.refusals);
	const act = page.mayEdit
		? (id: string | undefined, name: string) => <RemoveButton act="remove" id={id ?? ""} name={name} />
		: undefined;
	return (
		<EditFrame
			page={page}
			title={t("annexes.title")}
			lead={t("annexes.lead")}
			errors={problems.errors}
			form="anlage"
			saved={page.saved}
		>
			{page.annexes.length === 0 ? <p>{t("annexes.none")}</p> : <AnnexTable annexes={page.annexes} act={act} />}
			{page.mayEdit && (
				<Section title={t("annexes.add")} id="hinzufuegen">
					<Form id="anlage" files>
						<TextField
							name="title"
							label={t("annexes.titleField")}
							value={actionData?.typed.title?.toString()}
							error={problems.at("title")}
						/>
						<FileField
							name="file"
							accept=".pdf,image/*"
							label={t("annexes.file")}
							hint={t("annexes.fileHint")}
							error={problems.at("file")}
						/>
						<Button>{t("annexes.add")}</Button>
					</Form>
				</Section>
			)}
		</EditFrame>
	);
}
