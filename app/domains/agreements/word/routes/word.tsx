import { Button, LinkButton } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { EmptyState } from "~/design/empty-state";
import { FileField } from "~/design/file-field";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { LocalDate } from "~/design/time";
import { readUploadForm } from "~/domains/files/index.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { editingPage } from "../../drafting/queries/editing-pages.server";
import { EditFrame } from "../../drafting/ui/edit-frame";
import { wordForm } from "../../forms";
import { messages as publicMessages } from "../../messages";
import { messages } from "../messages";
import { wordReturns } from "../queries/word-returns.server";
import { receiveWord } from "../receive-word.server";
import type { Route } from "./+types/word";

const limits = { files: 1, fileBytes: 10_000_000, totalBytes: 10_500_000, kinds: ["office"] as const };

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { draft, points: _, ...page } = await editingPage(world, params);
	return {
		...page,
		parties: draft.parties.slice(1).map(({ id, organisation }) => ({ value: id, label: organisation.name })),
		returns: await wordReturns(world, draft),
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { here, draft } = await editingPage(world, params);
	const form = await readUploadForm(request, wordForm, limits);
	if (!form.valid) return again(form.typed, form.refusals);
	const [stored] = form.files;
	if (!stored) return again(form.typed, [{ code: "scan-missing", field: "file" }]);
	const outcome = await form.act(() => receiveWord(world, { draft, partyId: form.value.partyId || null, stored }));
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${here}/word/${outcome.value.returnId}`);
});

export default function Word({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const problems = useProblems(publicMessages, actionData?.refusals);
	return (
		<EditFrame page={page} title={t("page.title")} lead={t("page.lead")} errors={problems.errors}>
			<Section title={t("page.out")} id="herausgeben">
				<LinkButton href={`${page.here}/word/datei`} look="secondary" download>
					{t("page.download")}
				</LinkButton>
			</Section>
			{page.mayEdit && (
				<Section title={t("page.in")} id="einlesen">
					<Form files>
						<Select
							name="partyId"
							optional
							label={t("page.party")}
							empty={t("page.someone")}
							options={page.parties}
							value={actionData?.typed.partyId?.toString()}
							error={problems.at("partyId")}
						/>
						<FileField
							name="file"
							accept=".docx"
							label={t("page.file")}
							hint={t("page.fileHint")}
							error={problems.at("file")}
						/>
						<Button>{t("page.submit")}</Button>
					</Form>
				</Section>
			)}
			<Section title={t("page.returns")} id="eingelesen">
				<DataTable
					caption={t("page.returns")}
					captionHidden
					rows={page.returns}
					rowKey={({ id }) => id}
					empty={<EmptyState title={t("page.none")} />}
					columns={[
						{
							key: "name",
							header: t("page.name"),
							rowHeader: true,
							cell: ({ id, name }) => <a href={`${page.here}/word/${id}`}>{name}</a>,
						},
						{ key: "party", header: t("page.party"), cell: ({ party }) => party ?? t("page.someone") },
						{ key: "day", header: t("page.day"), cell: ({ day }) => <LocalDate value={day} /> },
						{ key: "open", header: t("page.open"), numeric: true, cell: ({ open }) => String(open) },
					]}
				/>
			</Section>
		</EditFrame>
	);
}
