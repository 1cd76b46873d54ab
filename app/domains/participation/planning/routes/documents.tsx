import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { FileField } from "~/design/file-field";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { UploadList } from "~/design/upload-list";
import { readUploadForm } from "~/domains/files/index.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { UploadLimits } from "~/platform/storage/receive.server";
import type { World } from "~/platform/world.server";
import { addDocuments } from "../commands/set-up.server";
import { documentsForm } from "../forms";
import { messages } from "../messages";
import { managedPlanning } from "../queries/pages.server";
import { staffMessages } from "../staff-messages";
import { StaffCrumbs, staffPath } from "../ui/crumbs";
import type { Route } from "./+types/documents";

const limits: UploadLimits = { files: 10, fileBytes: 20_000_000, totalBytes: 50_000_000, kinds: ["pdf"] };

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	managedPlanning(world, params),
);

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	// whoever may not see the page shall not fill the disk either
	const plan = await managedPlanning(world, params);
	const form = await readUploadForm(request, documentsForm, limits);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await form.act(() => addDocuments(world, { processId: plan.process.id, files: form.files }));
	return outcome.done ? onward(`${staffPath(plan)}?gespeichert`) : again(form.typed, outcome.refusals);
});

export default function Documents({ loaderData: plan, actionData }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const words = useText(messages);
	const { errors, at } = useProblems(staffMessages, actionData?.refusals);
	return (
		<>
			<title>{`${t("documents.title")} – ${plan.process.title}`}</title>
			<StaffCrumbs head={plan} here={t("documents.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("documents.title")} above={plan.name} lead={t("documents.lead")} />
			<UploadList
				files={plan.documents.map((file) => ({ ...file, kind: words("page.file") }))}
				empty={t("documents.none")}
			/>
			{plan.documentsFixed ? (
				<Alert title={t("documents.fixed")} />
			) : (
				<Form files>
					<FileField
						name="files"
						accept="application/pdf"
						label={t("documents.files")}
						hint={t("documents.filesHint")}
						error={at("files")}
						multiple
					/>
					<Button>{t("documents.upload")}</Button>
				</Form>
			)}
		</>
	);
}
