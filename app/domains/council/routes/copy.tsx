import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { FileField } from "~/design/file-field";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { readUploadForm } from "~/domains/files/index.server";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { UploadLimits } from "~/platform/storage/receive.server";
import type { World } from "~/platform/world.server";
import { keepCopy } from "../commands/keep-copy.server";
import { copyForm } from "../forms";
import { messages } from "../messages";
import { managedResolution } from "../queries/find-resolution.server";
import { managedPage } from "../queries/resolution-page.server";
import { staffMessages } from "../staff-messages";
import type { Route } from "./+types/copy";

const limits: UploadLimits = { files: 1, fileBytes: 20_000_000, totalBytes: 20_000_000, kinds: ["pdf", "image"] };

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { code, title, place } = await managedPage(world, params);
	return { code, title, place };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	// whoever may not see the page shall not fill the disk either
	const { id, code } = await managedResolution(world, params);
	const form = await readUploadForm(request, copyForm, limits);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await form.act(() => keepCopy(world, { id, files: form.files }));
	if (!outcome.done) return again(form.typed, [...outcome.refusals, ...form.chooseAgain]);
	return onward(`/o/${params.place}/verwaltung/beschluesse/${code}?gespeichert`);
});

export default function Copy({ loaderData: { code, title, place }, actionData }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const problems = useProblems(messages, actionData?.refusals);
	const list = `/o/${place.slug}/verwaltung/beschluesse`;
	return (
		<>
			<title>{`${t("copy.title")} – ${title}`}</title>
			<WorkCrumbs
				place={place}
				entries={[
					{ label: t("list.title"), href: list },
					{ label: title, href: `${list}/${code}` },
					{ label: t("copy.title") },
				]}
			/>
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("copy.title")} above={title} lead={t("copy.lead")} />
			<Form files>
				<FileField
					name="copy"
					accept="application/pdf,image/*"
					label={t("copy.file")}
					hint={t("copy.fileHint")}
					error={problems.at("copy")}
				/>
				<Button>{t("copy.send")}</Button>
			</Form>
		</>
	);
}
