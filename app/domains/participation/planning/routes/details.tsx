import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm, type Typed } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { textOf } from "../../contributions/ui/words-fields";
import { describePlanning } from "../commands/set-up.server";
import { detailsForm } from "../forms";
import { messages } from "../messages";
import { planKinds, ways } from "../planning";
import { managedPlanning } from "../queries/pages.server";
import { staffMessages } from "../staff-messages";
import { StaffCrumbs, staffPath } from "../ui/crumbs";
import type { Route } from "./+types/details";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	managedPlanning(world, params),
);

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const plan = await managedPlanning(world, params);
	const form = await readForm(request, detailsForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await describePlanning(world, { processId: plan.process.id, ...form.value });
	return outcome.done ? onward(`${staffPath(plan)}?gespeichert`) : again(form.typed, outcome.refusals);
});

export default function Details({ loaderData: plan, actionData }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const words = useText(messages);
	const { errors, at } = useProblems(staffMessages, actionData?.refusals);
	const typed: Typed = actionData?.typed ?? plan.details;
	return (
		<>
			<title>{`${t("details.title")} – ${plan.process.title}`}</title>
			<StaffCrumbs head={plan} here={t("details.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("details.title")} above={plan.name} />
			<Form>
				<RadioGroup
					name="kind"
					label={t("details.kind")}
					value={textOf(typed.kind)}
					choices={planKinds.map((value) => ({ value, label: words(`kinds.${value}`) }))}
				/>
				<TextField
					name="name"
					label={t("details.name")}
					hint={t("details.nameHint")}
					value={textOf(typed.name)}
					error={at("name")}
				/>
				<TextArea
					name="area"
					label={t("details.area")}
					value={textOf(typed.area)}
					error={at("area")}
					rows={3}
					optional
				/>
				<RadioGroup
					name="way"
					label={t("details.way")}
					value={textOf(typed.way)}
					error={at("way")}
					choices={ways.map((value) => ({ value, label: t(`details.${value}`) }))}
				/>
				<TextField
					name="systemAddress"
					type="url"
					label={t("details.systemAddress")}
					hint={t("details.systemHint")}
					value={textOf(typed.systemAddress)}
					error={at("systemAddress")}
					optional
				/>
				<TextField name="office" label={t("details.office")} value={textOf(typed.office)} error={at("office")} />
				<TextField
					name="officeEmail"
					type="email"
					label={t("details.officeEmail")}
					hint={t("details.officeEmailHint")}
					value={textOf(typed.officeEmail)}
					error={at("officeEmail")}
					optional
				/>
				<TextArea
					name="officeAddress"
					label={t("details.officeAddress")}
					value={textOf(typed.officeAddress)}
					error={at("officeAddress")}
					rows={3}
					optional
				/>
				<Button>{t("details.save")}</Button>
			</Form>
		</>
	);
}
