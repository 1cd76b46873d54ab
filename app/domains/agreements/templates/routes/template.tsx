import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { placeOf } from "~/domains/organisations/index.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields, type Typed } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { editingMessages } from "../../drafting/editing-messages";
import { actForm, templateForm } from "../../forms";
import { messages as publicMessages } from "../../messages";
import { publishTemplate, saveTemplate } from "../commands/own-templates.server";
import { messages } from "../messages";
import { templatePage } from "../queries/templates.server";
import type { Route } from "./+types/template";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const place = await placeOf(world, params.place);
	return {
		place: { slug: place.slug, name: place.name },
		template: await templatePage(world, place.organisationId, givenId(params.template)),
		saved: new URL(request.url).searchParams.has("saved"),
		kept: await keptForm(world, request),
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const place = await placeOf(world, params.place);
	const template = await templatePage(world, place.organisationId, givenId(params.template));
	const fields = await formFields(request);
	const { act } = actForm.parse({ act: fields.get("act") ?? "" });
	const back = onward(`/o/${place.slug}/verwaltung/vereinbarungen/muster/${template.id}?saved`);
	const form = readFields(request, fields, templateForm(template.blocks.map(({ key }) => key)));
	if (!form.valid) return again(form.typed, form.refusals);
	const { number, revision } = form.value;
	if (act === "publish") {
		const outcome = await publishTemplate(world, { templateId: template.id, revision });
		return outcome.done ? back : again({}, outcome.refusals);
	}
	const typed: Record<string, unknown> = form.value;
	const outcome = await saveTemplate(world, {
		templateId: template.id,
		number,
		revision,
		texts: template.blocks.map(({ key }) => ({
			key,
			heading: String(typed[`heading-${key}`] ?? ""),
			text: String(typed[`text-${key}`] ?? ""),
		})),
	});
	return outcome.done ? back : again(form.typed, outcome.refusals);
});

export default function Template({ loaderData: { place, template, saved, kept }, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const edit = useText(editingMessages);
	const { date, dateTime } = useFormat();
	const problems = useProblems(publicMessages, actionData?.refusals);
	const typed: Typed = actionData?.typed ?? kept ?? {};
	const here = `/o/${place.slug}/verwaltung/vereinbarungen`;
	const numbers = { number: String(template.number), revision: String(template.revision) };
	return (
		<>
			<title>{`${template.name} – ${place.name}`}</title>
			<Breadcrumb
				entries={[
					{ label: place.name, href: `/o/${place.slug}` },
					{ label: edit("manage.title"), href: here },
					{ label: t("list.title"), href: `${here}/muster` },
					{ label: template.name },
				]}
			/>
			{saved && problems.errors.length === 0 && <Alert tone="success" title={t("page.saved")} live />}
			<ErrorSummary errors={problems.errors} form="texte" />
			<PageTitle
				title={template.name}
				above={t(`types.${template.type}`)}
				lead={
					template.basedOn
						? t("page.basedOn", { name: template.basedOn.name, number: String(template.basedOn.number) })
						: undefined
				}
				state={
					<Badge tone={template.open ? "warning" : "success"}>
						{t(template.open ? "list.open" : "list.published")}
					</Badge>
				}
			/>
			<Form id="texte" hidden={{ act: "save", ...numbers }} draftKey={`agreement-template:${template.id}`}>
				{template.blocks.map(({ key, heading, text }) => (
					<fieldset key={key} className="gw-flow">
						<legend className="kern-label">{heading}</legend>
						<TextField
							name={`heading-${key}`}
							label={t("page.heading")}
							value={typed[`heading-${key}`]?.toString() ?? heading}
							error={problems.at(`heading-${key}`)}
						/>
						<TextArea
							name={`text-${key}`}
							optional
							rows={4}
							label={t("page.text")}
							hint={t("page.textHint")}
							value={typed[`text-${key}`]?.toString() ?? text}
							error={problems.at(`text-${key}`)}
						/>
					</fieldset>
				))}
				<Button>{t(template.open ? "page.save" : "page.saveNext")}</Button>
			</Form>
			{template.open && (
				<Section title={t("page.publish")} id="veroeffentlichen">
					<p>{t("page.publishText")}</p>
					{template.mine && template.alone && (
						<p>{t(template.alone.may ? "page.aloneNow" : "page.aloneFrom", { time: dateTime(template.alone.from) })}</p>
					)}
					{template.mine && !template.alone && <p>{t("page.mine")}</p>}
					{(!template.mine || template.alone?.may) && (
						<Form id="freigabe" hidden={{ act: "publish", ...numbers }}>
							<Button look="secondary">{t("page.publish")}</Button>
						</Form>
					)}
				</Section>
			)}
			{template.published.length > 0 && (
				<Section title={t("page.published")} id="fassungen">
					<ul>
						{template.published.map(({ number, day, samePerson }) => (
							<li key={number}>
								{t("page.publishedOn", { number: String(number), day: date(day) })}
								{samePerson && ` (${t("page.samePerson")})`}
							</li>
						))}
					</ul>
				</Section>
			)}
		</>
	);
}
