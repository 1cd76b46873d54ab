import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { copyProcess } from "../../commands/copy-process.server";
import { copyForm } from "../forms";
import { workOf } from "../queries/process-work.server";
import { setupMessages } from "../setup-messages";
import { textOf } from "../ui/process-fields";
import { WorkCrumbs } from "../ui/work-crumbs";
import type { Route } from "./+types/copy-process";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => workOf(world, params));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id } = await workOf(world, params);
	const form = await readForm(request, copyForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await copyProcess(world, { id, ...form.value });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${params.place}/verwaltung/beteiligung/${outcome.value.slug}`);
});

export default function CopyProcess({ loaderData: process, actionData }: Route.ComponentProps) {
	const t = useText(setupMessages);
	const { errors, at } = useProblems(setupMessages, actionData?.refusals);
	const proposal = t("copy.proposal", { title: process.title }).slice(0, 120);
	return (
		<>
			<title>{`${t("copy.title")} – ${process.title}`}</title>
			<WorkCrumbs process={process} here={t("copy.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("copy.title")} above={process.title} lead={t("copy.lead")} />
			<Form>
				<TextField
					name="title"
					label={t("copy.name")}
					value={actionData ? textOf(actionData.typed.title) : proposal}
					error={at("title")}
					maxLength={120}
				/>
				<Button>{t("copy.button")}</Button>
			</Form>
		</>
	);
}
