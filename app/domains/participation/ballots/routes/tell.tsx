import { Alert } from "~/design/alert";
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
import { tellResult } from "../commands/tell-result.server";
import { noteForm } from "../forms";
import { managedBoxPage } from "../queries/box-pages.server";
import { staffMessages } from "../staff-messages";
import { ManagedBoxCrumbs } from "../ui/box-crumbs";
import { textOf } from "../ui/typed";
import type { Route } from "./+types/tell";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	managedBoxPage(world, params),
);

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id, path } = await managedBoxPage(world, params);
	const form = await readForm(request, noteForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await tellResult(world, { id, note: form.value.note });
	return outcome.done ? onward(`${path}/ergebnis`) : again(form.typed, outcome.refusals);
});

/** The one answer for all who voted. */
export default function Tell({ loaderData: box, actionData }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const { errors, at } = useProblems(staffMessages, actionData?.refusals);
	return (
		<>
			<title>{`${t("tell.title")} – ${box.title}`}</title>
			<ManagedBoxCrumbs box={box} here={t("tell.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("tell.title")} above={box.title} lead={t("tell.lead")} />
			{box.note ? (
				<Alert tone="success" title={t("tell.told")}>
					<p>
						<a href={`${box.path}/ergebnis`}>{t("tell.result")}</a>
					</p>
				</Alert>
			) : box.state !== "counted" ? (
				<Alert tone="warning" title={t("refusals.not-counted")} />
			) : (
				<Form draftKey={`ballot-note:${box.id}`}>
					<TextArea
						name="note"
						label={t("tell.note")}
						value={textOf(actionData?.typed.note)}
						error={at("note")}
						rows={8}
					/>
					<Button>{t("tell.submit")}</Button>
				</Form>
			)}
		</>
	);
}
