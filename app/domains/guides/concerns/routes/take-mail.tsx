import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { FileField } from "~/design/file-field";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { readOnce, readUploadFields, readUploadForm } from "~/domains/files/index.server";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { mailForm } from "../../forms";
import { placeOfGuides } from "../../queries/place-of-guides.server";
import { typedText } from "../../ui/typed";
import { takeMail } from "../commands/take-mail.server";
import { handlingMessages } from "../handling-messages";
import { readPastedMail } from "../pasted-mail";
import { type ReadMail, readMail } from "../read-mail.server";
import { allRefusals } from "../refusals";
import { messages as work } from "../work-messages";
import type { Route } from "./+types/take-mail";

const limits = { files: 1, fileBytes: 20_000_000, totalBytes: 21_000_000, kinds: ["mail"] as const };
const attachmentLimits = { files: 1, fileBytes: 10_000_000, totalBytes: 11_000_000 };

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => ({
	place: await placeOfGuides(world, params.place),
}));

/** Each attachment goes through the same checks as an upload; what is not taken is named, and the mail is read all the same. */
async function storedAttachments(request: Request, attachments: ReadMail["attachments"]) {
	const taken: Awaited<ReturnType<typeof readUploadFields>>[] = [];
	const leftOut: string[] = [];
	for (const { name, mediaType, content } of attachments) {
		const body = new FormData();
		body.append("keep", new File([content], name, { type: mediaType }));
		const stored = await readUploadFields(new Request(request.url, { method: "POST", body }), attachmentLimits);
		if (stored.files.length > 0) taken.push(stored);
		else leftOut.push(name.slice(0, 120));
	}
	return { files: taken.flatMap(({ files }) => files), leftOut };
}

export const action = conduct(async ({ world, request, params }: Route.ActionArgs & { world: World }) => {
	const { ownerId, slug } = await placeOfGuides(world, params.place);
	const form = await readUploadForm(request, mailForm, limits);
	if (!form.valid) return again(form.typed, form.refusals);
	const [file] = form.files;
	const mail = file ? await readMail(await readOnce(file)) : null;
	if (file && !mail) return again(form.typed, [{ code: "mail-unreadable", field: "file" }]);
	const read = mail ?? { ...readPastedMail(form.value.text), writtenAt: null, attachments: [] };
	const { attachments, ...words } = read;
	const outcome = await takeMail(world, { ownerId, ...words, ...(await storedAttachments(request, attachments)) });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${slug}/verwaltung/anliegen/aus-e-mail/${outcome.value.mailId}`);
});

/** An e-mail that somebody wrote to a guide: as a file or pasted. The house fetches no mail itself. */
export default function TakeMail({ loaderData: { place }, actionData }: Route.ComponentProps) {
	const t = useText(handlingMessages);
	const w = useText(work);
	const { errors, at } = useProblems(allRefusals, actionData?.refusals);
	return (
		<>
			<title>{`${t("mail.title")} – ${place.name}`}</title>
			<WorkCrumbs
				place={place}
				entries={[
					{ label: w("concerns.title"), href: `/o/${place.slug}/verwaltung/anliegen` },
					{ label: t("mail.title") },
				]}
			/>
			<ErrorSummary errors={errors} />
			<PageTitle title={t("mail.title")} lead={t("mail.lead")} />
			<Form files>
				<FileField
					name="file"
					label={t("mail.file")}
					hint={t("mail.fileHint")}
					accept=".eml,message/rfc822"
					optional
					error={at("file")}
				/>
				<TextArea
					name="text"
					label={t("mail.text")}
					hint={t("mail.textHint")}
					optional
					rows={10}
					value={typedText(actionData?.typed, "text")}
					error={at("text")}
				/>
				<Button>{t("mail.submit")}</Button>
			</Form>
		</>
	);
}
