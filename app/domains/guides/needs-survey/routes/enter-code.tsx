import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { limit } from "~/platform/allowance.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { requestContext } from "~/platform/http/request.server";
import { useText } from "~/platform/i18n";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { answerPath } from "../answer-code.server";
import { codeForm } from "../forms";
import { messages } from "../messages";
import { invitationFor } from "../queries/invitation.server";
import type { Route } from "./+types/enter-code";

const triesPerHour = 30;

export const action = conduct(async ({ world, request, context }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, codeForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { ip } = context.get(requestContext);
	if (!(await limit(`needs-code:ip:${ip}`, triesPerHour, 3600))) {
		return again(form.typed, [{ code: "too-many", field: "code" }]);
	}
	try {
		await invitationFor(world, form.value);
	} catch (error) {
		if (error instanceof NotFound) return again(form.typed, [{ code: "code-unknown", field: "code" }]);
		throw error;
	}
	return onward(answerPath(encodeURIComponent(form.value.code.toUpperCase())));
});

/** Where the code of a letter is typed in. */
export default function EnterCode({ actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	return (
		<>
			<title>{`${t("enter.title")} – Gemeinwerk`}</title>
			<ErrorSummary errors={errors} />
			<PageTitle title={t("enter.title")} lead={t("enter.lead")} />
			<Form>
				<TextField
					name="code"
					label={t("enter.code")}
					hint={t("enter.hint")}
					autoComplete="off"
					spellCheck={false}
					width="medium"
					error={at("code")}
				/>
				<Button>{t("enter.submit")}</Button>
			</Form>
		</>
	);
}
