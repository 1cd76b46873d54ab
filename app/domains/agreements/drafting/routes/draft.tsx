import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { placeOf } from "~/domains/organisations/index.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { demand } from "~/platform/policy";
import type { World } from "~/platform/world.server";
import { newForm } from "../../forms";
import { messages } from "../../messages";
import { mayLead } from "../../policy.server";
import { messages as templateMessages } from "../../templates/messages";
import { offeredTemplates } from "../../templates/queries/templates.server";
import { draftAgreement } from "../commands/draft-agreement.server";
import { editingMessages } from "../editing-messages";
import type { Route } from "./+types/draft";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const place = await placeOf(world, params.place);
	demand(mayLead, world.actor, { ownerId: place.organisationId });
	const query = new URL(request.url).searchParams;
	return {
		offered: await offeredTemplates(world, place.organisationId),
		place: { slug: place.slug, name: place.name },
		purpose: { kind: query.get("fuer") ?? "", id: query.get("id") ?? "" },
		title: query.get("titel") ?? "",
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const place = await placeOf(world, params.place);
	const form = await readForm(request, newForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { title, purposeKind, purposeId, templateVersionId } = form.value;
	const purpose = purposeKind && purposeId ? { kind: purposeKind, id: purposeId } : null;
	const outcome = await draftAgreement(world, {
		ownerId: place.organisationId,
		title,
		purpose,
		templateVersionId,
	});
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${place.slug}/verwaltung/vereinbarungen/${outcome.value.code}`);
});

export default function Draft({ loaderData: { place, purpose, title, offered }, actionData }: Route.ComponentProps) {
	const t = useText(editingMessages);
	const say = useText(templateMessages);
	const problems = useProblems(messages, actionData?.refusals);
	// The whole contract is what most begin with; it is chosen until somebody chooses another one.
	const usual = offered.find(({ type, own }) => type === "cooperation" && !own)?.versionId;
	return (
		<>
			<title>{`${t("draft.title")} – ${place.name}`}</title>
			<Breadcrumb
				entries={[
					{ label: place.name, href: `/o/${place.slug}` },
					{ label: t("manage.title"), href: `/o/${place.slug}/verwaltung/vereinbarungen` },
					{ label: t("draft.title") },
				]}
			/>
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("draft.title")} lead={t("draft.lead")} />
			<Form hidden={{ purposeKind: purpose.kind, purposeId: purpose.id }}>
				<TextField
					name="title"
					label={t("draft.name")}
					hint={t("draft.nameHint")}
					value={actionData?.typed.title?.toString() ?? title}
					error={problems.at("title")}
				/>
				<RadioGroup
					name="templateVersionId"
					label={say("choose")}
					value={actionData?.typed.templateVersionId?.toString() ?? usual}
					error={problems.at("templateVersionId")}
					choices={offered.map(({ versionId, name, number, type, own }) => ({
						value: versionId,
						label: own ? say("own", { name, number: String(number) }) : say(`types.${type}`),
						hint: say(`typeHints.${type}`),
					}))}
				/>
				<Button>{t("draft.submit")}</Button>
			</Form>
		</>
	);
}
