import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { groupAt } from "../../queries/find-group.server";
import { typedText } from "../../ui/typed";
import { beginDocument } from "../commands/documents.server";
import { documentField } from "../document-field.server";
import { beginForm } from "../forms";
import { messages } from "../messages";
import { documentList } from "../queries/document-pages.server";
import { DocumentCrumbs, textsPath } from "../ui/document-crumbs";
import { workMessages } from "../work-messages";
import type { Route } from "./+types/begin-document";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const list = await documentList(world, params);
	if (!list.may.begin) throw new NotFound();
	return { place: list.place, group: list.group, kept: await keptForm(world, request) };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id: groupId } = await groupAt(world, params);
	const form = await readForm(request, beginForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const body = documentField(form.value);
	if (!body.done) return again(form.typed, body.refusals);
	const outcome = await beginDocument(world, { groupId, title: form.value.title, body: body.value });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${params.place}/arbeitskreise/${params.group}/texte/${outcome.value.code}`);
});

/** Begins a text that the group writes together. */
export default function BeginDocument({ loaderData, actionData }: Route.ComponentProps) {
	const t = useText(workMessages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const typed = actionData?.typed ?? loaderData.kept;
	return (
		<>
			<title>{`${t("begin.title")} – ${loaderData.group.name}`}</title>
			<DocumentCrumbs head={loaderData} last={t("begin.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("begin.title")} above={loaderData.group.name} lead={t("begin.lead")} />
			<Form draftKey={`document:${textsPath(loaderData)}`}>
				<TextField
					name="title"
					label={t("begin.name")}
					value={typedText(typed, "title")}
					error={at("title")}
					maxLength={120}
				/>
				<TextArea
					name="body"
					label={t("begin.body")}
					hint={t("write.bodyHint")}
					value={typedText(typed, "body")}
					error={at("body")}
					rows={14}
					richText
					optional
				/>
				<Button>{t("begin.save")}</Button>
			</Form>
		</>
	);
}
