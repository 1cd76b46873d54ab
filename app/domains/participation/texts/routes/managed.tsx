import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { EmptyState } from "~/design/empty-state";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { textOf } from "../../contributions/ui/words-fields";
import { addText } from "../commands/begin-text.server";
import { newTextForm } from "../forms";
import { handOverMessages } from "../hand-over-messages";
import { managedTexts } from "../queries/managed-texts.server";
import { staffMessages } from "../staff-messages";
import { textLimits } from "../text";
import type { Route } from "./+types/managed";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	managedTexts(world, params),
);

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { processId } = await managedTexts(world, params);
	const form = await readForm(request, newTextForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await addText(world, { processId, title: form.value.title });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${params.place}/verwaltung/beteiligung/${params.process}/texte/${outcome.value.code}/fassung`);
});

export default function Managed({ loaderData: { place, process, may, texts }, actionData }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const h = useText(handOverMessages);
	const { errors, at } = useProblems(staffMessages, actionData?.refusals);
	const manage = `/o/${place.slug}/verwaltung/beteiligung`;
	const path = `${manage}/${process.slug}/texte`;
	return (
		<>
			<title>{`${t("list.title")} – ${process.title}`}</title>
			<Breadcrumb
				entries={[
					{ label: place.name, href: `/o/${place.slug}` },
					{ label: t("crumb"), href: manage },
					{ label: process.title, href: `/o/${place.slug}/beteiligung/${process.slug}` },
					{ label: t("list.title") },
				]}
			/>
			<ErrorSummary errors={errors} />
			<PageTitle title={t("list.title")} above={process.title} lead={t("list.lead")} />
			<DataTable
				caption={t("list.caption")}
				captionHidden
				rows={texts}
				rowKey={(text) => text.code}
				empty={
					<EmptyState title={t("list.empty")}>
						<p>{t("list.emptyHint")}</p>
					</EmptyState>
				}
				columns={[
					{
						key: "title",
						header: t("list.name"),
						rowHeader: true,
						cell: (text) => <a href={`${path}/${text.code}`}>{text.title}</a>,
					},
					{
						key: "published",
						header: t("list.published"),
						cell: ({ published }) => (published ? t("list.version", { number: String(published) }) : t("list.none")),
					},
					{
						key: "inWork",
						header: t("list.inWork"),
						cell: ({ inWork }) => (inWork ? t("list.version", { number: String(inWork) }) : t("list.none")),
					},
					{ key: "annotations", header: t("list.annotations"), numeric: true, cell: ({ annotations }) => annotations },
					{ key: "open", header: t("list.open"), numeric: true, cell: ({ open }) => open },
				]}
			/>
			{may.manage && (
				<Section id="anlegen" title={t(texts.length === 0 ? "list.add" : "list.addTitle")} intro={t("list.notSeen")}>
					<Form>
						<TextField
							name="title"
							label={t("list.titleLabel")}
							hint={t("list.titleHint")}
							value={textOf(actionData?.typed.title)}
							error={at("title")}
							maxLength={textLimits.titleMost}
						/>
						<Button>{t("list.add")}</Button>
					</Form>
					<p>
						<a href={`${path}/aus-arbeitskreis`}>{h("take.title")}</a>
					</p>
				</Section>
			)}
		</>
	);
}
