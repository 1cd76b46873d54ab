import { Badge } from "~/design/badge";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button, ButtonRow } from "~/design/button";
import { Checkbox } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
import { Disclosure } from "~/design/disclosure";
import { ErrorSummary } from "~/design/error-summary";
import { FileField } from "~/design/file-field";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { SearchField } from "~/design/search-field";
import { TextField } from "~/design/text-field";
import { readUploadForm } from "~/domains/files/index.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { untilAfter } from "../../day.server";
import { messages } from "../../messages";
import { typedText, typedTick } from "../../ui/typed";
import { addFileVersion, addGroupFile, removeGroupFile, showFile } from "../commands/group-files.server";
import { addFileForm, fileActForm, versionForm } from "../forms";
import { documentMessages } from "../messages";
import { documentsPage } from "../queries/group-files.server";
import type { Route } from "./+types/documents";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) =>
	documentsPage(world, params, (new URL(request.url).searchParams.get("q") ?? "").slice(0, 100)),
);

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const page = await documentsPage(world, params, "");
	const back = onward(`/o/${params.place}/arbeitskreise/${params.group}/unterlagen`);
	if (!(request.headers.get("Content-Type") ?? "").startsWith("multipart/")) {
		const form = await readForm(request, fileActForm);
		if (!form.valid) return again(form.typed, form.refusals);
		const { document: id, act } = form.value;
		if (!page.files.some((file) => file.id === id)) throw new NotFound();
		if (act === "remove") await removeGroupFile(world, { id });
		else await showFile(world, { id, isPublic: act === "open" });
		return back;
	}
	const version = new URL(request.url).searchParams.get("fassung");
	const sent = version ? await readUploadForm(request, versionForm) : await readUploadForm(request, addFileForm);
	if (!sent.valid) return again(sent.typed, sent.refusals);
	const [stored] = sent.files;
	if (!stored) return again(sent.typed, [{ code: "file-missing", field: "file" }]);
	const { value } = sent;
	const outcome =
		"document" in value
			? await sent.act(async () => {
					if (!page.files.some((file) => file.id === value.document)) throw new NotFound();
					return addFileVersion(world, { id: value.document, stored, note: value.note });
				})
			: await sent.act(() =>
					addGroupFile(world, {
						groupId: page.id,
						title: value.title,
						isPublic: value.isPublic === "on",
						keepUntil: untilAfter(value.keepUntil),
						stored,
					}),
				);
	if (!outcome.done) return again(sent.typed, [...outcome.refusals, ...sent.chooseAgain]);
	return back;
});

/** The papers of a group: to search, open, add to, with earlier versions. */
export default function Documents({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(documentMessages);
	const words = useText(messages);
	const { errors, at } = useProblems(documentMessages, actionData?.refusals);
	const typed = actionData?.typed;
	const of = typeof typed?.document === "string" ? typed.document : null;
	const path = `/o/${page.place.slug}/arbeitskreise/${page.slug}`;
	return (
		<>
			<title>{`${t("title")} – ${page.name}`}</title>
			<Breadcrumb
				entries={[
					{ label: page.place.name, href: `/o/${page.place.slug}` },
					{ label: words("list.title"), href: `/o/${page.place.slug}/arbeitskreise` },
					{ label: page.name, href: path },
					{ label: t("title") },
				]}
			/>
			<ErrorSummary errors={errors} form={of ?? "add"} />
			<PageTitle title={t("title")} above={page.name} lead={t("lead")} />
			<SearchField action={`${path}/unterlagen`} value={page.words} label={t("search")} />
			{page.files.length === 0 && <p>{t("empty")}</p>}
			{page.files.map((file) => (
				<FileSection key={file.id} file={file} may={page.may} typed={of === file.id ? typed : undefined} at={at} />
			))}
			{page.may.add && (
				<Section id="neu" title={t("add")}>
					<Form id="add" files>
						<TextField
							name="title"
							label={t("name")}
							value={of ? "" : typedText(typed, "title")}
							error={of ? undefined : at("title")}
							maxLength={120}
						/>
						<FileField name="file" label={t("file")} hint={t("fileHint")} error={of ? undefined : at("file")} />
						{page.may.run && (
							<Checkbox name="isPublic" label={t("isPublic")} checked={typedTick(typed, "isPublic", false)} optional />
						)}
						<DateField
							name="keepUntil"
							label={t("keepUntil")}
							hint={t("keepHint")}
							value={of ? "" : typedText(typed, "keepUntil")}
							error={of ? undefined : at("keepUntil")}
							optional
						/>
						<Button>{t("save")}</Button>
					</Form>
				</Section>
			)}
		</>
	);
}

type Page = Route.ComponentProps["loaderData"];
type Replied = NonNullable<Route.ComponentProps["actionData"]>["typed"];

function FileSection({
	file,
	may,
	typed,
	at,
}: {
	file: Page["files"][number];
	may: Page["may"];
	typed: Replied | undefined;
	at(field: string): string | undefined;
}) {
	const t = useText(documentMessages);
	const { date, bytes } = useFormat();
	const [newest, ...earlier] = file.versions;
	const lines = (version: Page["files"][number]["versions"][number]) => (
		<>
			<a href={version.href}>{version.name}</a> ({bytes(version.bytes)}),{" "}
			{t("version", { number: String(version.number), date: date(version.at) })}
			{version.note && `: ${version.note}`}
			<br />
			<span className="gw-muted">
				{t("checksum")}: <code>{version.sha256}</code>
			</span>
		</>
	);
	return (
		<Section
			id={`unterlage-${file.id}`}
			title={file.title}
			intro={
				<>
					<Badge tone={file.isPublic ? "success" : "info"}>{file.isPublic ? t("public") : t("closed")}</Badge>{" "}
					{file.keepLast && t("kept", { date: date(file.keepLast) })}
				</>
			}
		>
			{newest && <p>{lines(newest)}</p>}
			{earlier.length > 0 && (
				<Disclosure summary={t("earlier")}>
					<ul>
						{earlier.map((version) => (
							<li key={version.number}>{lines(version)}</li>
						))}
					</ul>
				</Disclosure>
			)}
			{(may.run || (may.add && !file.isPublic)) && (
				<Disclosure summary={t("newVersion", { title: file.title })} open={typed !== undefined}>
					<Form id={file.id} action="?fassung=neu" hidden={{ document: file.id }} files>
						<FileField name="file" label={t("file")} hint={t("fileHint")} error={typed && at("file")} />
						<TextField
							name="note"
							label={t("note")}
							value={typedText(typed, "note")}
							error={typed && at("note")}
							maxLength={300}
						/>
						<Button look="secondary">{t("saveVersion")}</Button>
					</Form>
				</Disclosure>
			)}
			{may.run && (
				<ButtonRow>
					{([file.isPublic ? "close" : "open", "remove"] as const).map((act) => (
						<Form key={act} hidden={{ act, document: file.id }} inline>
							<Button
								small
								look={act === "remove" ? "danger" : "secondary"}
								label={t("actLabel", { act: t(act), title: file.title })}
							>
								{t(act)}
							</Button>
						</Form>
					))}
				</ButtonRow>
			)}
		</Section>
	);
}
