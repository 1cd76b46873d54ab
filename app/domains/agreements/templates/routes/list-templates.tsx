import { Badge } from "~/design/badge";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { EmptyState } from "~/design/empty-state";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { TextField } from "~/design/text-field";
import { placeOf } from "~/domains/organisations/index.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { editingMessages } from "../../drafting/editing-messages";
import { copyTemplateForm } from "../../forms";
import { messages as publicMessages } from "../../messages";
import { copyTemplate } from "../commands/own-templates.server";
import { messages } from "../messages";
import { offeredTemplates, ownTemplates } from "../queries/templates.server";
import type { Route } from "./+types/list-templates";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const place = await placeOf(world, params.place);
	return {
		place: { slug: place.slug, name: place.name },
		own: await ownTemplates(world, place.organisationId),
		offered: await offeredTemplates(world, place.organisationId),
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const place = await placeOf(world, params.place);
	const form = await readForm(request, copyTemplateForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await copyTemplate(world, { ownerId: place.organisationId, ...form.value });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${place.slug}/verwaltung/vereinbarungen/muster/${outcome.value.templateId}`);
});

export default function ListTemplates({ loaderData: { place, own, offered }, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const edit = useText(editingMessages);
	const problems = useProblems(publicMessages, actionData?.refusals);
	const typed = actionData?.typed ?? {};
	const here = `/o/${place.slug}/verwaltung/vereinbarungen`;
	return (
		<>
			<title>{`${t("list.title")} – ${place.name}`}</title>
			<Breadcrumb
				entries={[
					{ label: place.name, href: `/o/${place.slug}` },
					{ label: edit("manage.title"), href: here },
					{ label: t("list.title") },
				]}
			/>
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("list.title")} lead={t("list.lead")} />
			<Section title={t("list.own")} id="eigene">
				<DataTable
					caption={t("list.own")}
					captionHidden
					rows={own}
					rowKey={({ id }) => id}
					empty={<EmptyState title={t("list.none")} />}
					columns={[
						{
							key: "name",
							header: t("list.name"),
							rowHeader: true,
							cell: ({ id, name }) => <a href={`${here}/muster/${id}`}>{name}</a>,
						},
						{ key: "type", header: t("list.type"), cell: ({ type }) => t(`types.${type}`) },
						{ key: "number", header: t("list.number"), cell: ({ number }) => String(number) },
						{
							key: "state",
							header: t("list.state"),
							cell: ({ open }) => (
								<Badge tone={open ? "warning" : "success"}>{t(open ? "list.open" : "list.published")}</Badge>
							),
						},
					]}
				/>
			</Section>
			<Section title={t("list.make")} id="anlegen">
				<Form>
					<Select
						name="versionId"
						label={t("list.from")}
						value={typed.versionId?.toString()}
						options={offered.map(({ versionId, name, number, own: isOwn }) => ({
							value: versionId,
							label: isOwn ? t("own", { name, number: String(number) }) : name,
						}))}
						error={problems.at("versionId")}
					/>
					<TextField
						name="name"
						label={t("list.nameField")}
						value={typed.name?.toString()}
						error={problems.at("name")}
					/>
					<Button>{t("list.submit")}</Button>
				</Form>
			</Section>
			<p>
				<a href={here}>{t("list.back")}</a>
			</p>
		</>
	);
}
