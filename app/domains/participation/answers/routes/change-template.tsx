import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import { readRichText } from "~/platform/rich-text/read.server";
import type { World } from "~/platform/world.server";
import { templatesPath } from "../addresses";
import { changeTemplate, makeTemplate, removeTemplate } from "../commands/change-template.server";
import { dispositions, reasonLimits } from "../disposition";
import { idFrom, templateForm } from "../forms";
import { messages } from "../messages";
import { templatePage, templatesPage } from "../queries/templates.server";
import { staffMessages } from "../staff-messages";
import type { Route } from "./+types/change-template";

/** One text block: a new one where the address names none. */
export const loader = conduct(
	async ({ world, params, request }: Route.LoaderArgs & { world: World; params: { template?: string } }) => {
		const { place, template } = params;
		if (!template) await templatesPage(world, params);
		return {
			place,
			template: template ? await templatePage(world, { place, id: idFrom(template) }) : null,
			kept: await keptForm(world, request),
		};
	},
);

export const action = conduct(
	async ({ world, params, request }: Route.ActionArgs & { world: World; params: { template?: string } }) => {
		const here = templatesPath(params.place);
		const fields = await formFields(request);
		const form = readFields(request, fields, templateForm);
		if (!form.valid) return again(form.typed, form.refusals);
		const { act, revision, name, disposition } = form.value;
		const id = params.template ? idFrom(params.template) : null;
		if (id && act === "remove") {
			await templatePage(world, { place: params.place, id });
			await removeTemplate(world, { id });
			return onward(`${here}?removed`);
		}
		const reason = readRichText(fields, "reason", { characters: reasonLimits.most });
		if (!reason.done) return again(form.typed, reason.refusals);
		const given = { name, disposition, reason: reason.value };
		const { organisationId } = await templatesPage(world, params);
		if (id) await templatePage(world, { place: params.place, id });
		const outcome = id
			? await changeTemplate(world, { ...given, id, revision })
			: await makeTemplate(world, { ...given, organisationId });
		return outcome.done ? onward(`${here}?saved`) : again(form.typed, outcome.refusals);
	},
);

export default function ChangeTemplate({ loaderData, actionData }: Route.ComponentProps) {
	const { place, template, kept } = loaderData;
	const t = useText(staffMessages);
	const words = useText(messages);
	const problems = useProblems(staffMessages, actionData?.refusals);
	const typed = actionData?.typed ?? kept ?? {};
	const title = t(template ? "templates.change" : "templates.make");
	return (
		<>
			<title>{title}</title>
			<Breadcrumb
				entries={[
					{ label: words("crumbs.manage"), href: `/o/${place}/verwaltung/beteiligung` },
					{ label: t("templates.title"), href: templatesPath(place) },
					{ label: title },
				]}
			/>
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={title} lead={t("templates.lead")} />
			<Form hidden={{ revision: String(template?.revision ?? 0) }} draftKey={`template:${template?.id ?? place}`}>
				<TextField
					name="name"
					label={t("templates.name")}
					hint={t("templates.nameHint")}
					value={String(typed.name ?? template?.name ?? "")}
					error={problems.at("name")}
					maxLength={120}
				/>
				<RadioGroup
					name="disposition"
					label={t("templates.disposition")}
					value={String(typed.disposition ?? template?.disposition ?? "")}
					error={problems.at("disposition")}
					choices={dispositions
						.filter((value) => value !== "duplicate")
						.map((value) => ({ value, label: words(`dispositions.${value}`) }))}
				/>
				<TextArea
					name="reason"
					label={t("templates.reason")}
					hint={t("templates.placeholders")}
					value={String(typed.reason ?? template?.reason ?? "")}
					error={problems.at("reason")}
					rows={8}
					richText
				/>
				<Button name="act" value="save">
					{t("templates.save")}
				</Button>
			</Form>
			{template && (
				<Form hidden={{ act: "remove" }} id="remove">
					<Button look="tertiary">{t("templates.remove")}</Button>
				</Form>
			)}
		</>
	);
}
