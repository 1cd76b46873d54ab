import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { typedText } from "../../ui/typed";
import { cancelDay } from "../commands/change-day.server";
import { cancelDayForm } from "../forms.server";
import { workDay } from "../queries/work-pages.server";
import { WorkDayCrumbs, workDayPath } from "../ui/work-day-crumbs";
import { messages } from "../work-messages";
import type { Route } from "./+types/cancel-day";

export const loader = conduct(({ world, params }: Route.LoaderArgs & { world: World }) => workDay(world, params));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const head = await workDay(world, params);
	const form = await readForm(request, cancelDayForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await cancelDay(world, { at: { code: head.code, day: head.day }, reason: form.value.reason });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${workDayPath(head)}?gespeichert`);
});

/** Cancels an office day. */
export default function CancelDay({ loaderData: head, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	return (
		<>
			<title>{`${t("cancel.title")} – ${head.place.name}`}</title>
			<WorkDayCrumbs head={head} here={t("cancel.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("cancel.title")} lead={t("cancel.lead")} />
			<Form>
				<TextArea
					name="reason"
					label={t("cancel.reason")}
					hint={t("cancel.reasonHint")}
					rows={3}
					value={typedText(actionData?.typed, "reason")}
					error={at("reason")}
				/>
				<Button look="danger">{t("cancel.submit")}</Button>
			</Form>
		</>
	);
}
