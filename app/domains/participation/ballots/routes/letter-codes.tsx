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
import { importLetterCodes } from "../commands/letter-codes.server";
import { codesForm } from "../forms";
import { managedBoxPage } from "../queries/box-pages.server";
import { staffMessages } from "../staff-messages";
import { ManagedBoxCrumbs } from "../ui/box-crumbs";
import { textOf } from "../ui/typed";
import type { Route } from "./+types/letter-codes";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	managedBoxPage(world, params),
);

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id, managed } = await managedBoxPage(world, params);
	const form = await readForm(request, codesForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await importLetterCodes(world, { boxId: id, text: form.value.codes });
	return outcome.done ? onward(`${managed}#codes`) : again(form.typed, outcome.refusals);
});

export default function LetterCodes({ loaderData: box, actionData }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const { errors, at } = useProblems(staffMessages, actionData?.refusals);
	return (
		<>
			<title>{`${t("codes.title")} – ${box.title}`}</title>
			<ManagedBoxCrumbs box={box} here={t("codes.short")} />
			<ErrorSummary errors={errors} />
			<PageTitle title={t("codes.title")} above={box.title} lead={t("codes.lead")} />
			<Form>
				<TextArea
					name="codes"
					label={t("codes.codes")}
					hint={t("codes.hint")}
					value={textOf(actionData?.typed.codes)}
					error={at("codes")}
					rows={12}
				/>
				<Button>{t("codes.take")}</Button>
			</Form>
		</>
	);
}
