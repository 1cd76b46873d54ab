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
import type { World } from "~/platform/world.server";
import { slipForm } from "../forms";
import { messages } from "../messages";
import { pageBehindSlip } from "../queries/slip-page.server";
import { typedSlip } from "../slip";
import type { Route } from "./+types/look-up";

/** A town hall's whole counter may look up from one address; nobody guesses 79 bits in any number of attempts. */
const attempts = { most: 60, seconds: 3600 };

export const loader = conduct(async () => null);

export const action = conduct(async ({ world, request, context }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, slipForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const code = typedSlip(form.value.slip);
	if (!code) return again(form.typed, [{ code: "slip-unreadable", field: "slip" }]);
	const { ip } = context.get(requestContext);
	if (!(await limit(`paper-slip:${ip}`, attempts.most, attempts.seconds))) {
		return again(form.typed, [{ code: "too-often", field: "slip" }]);
	}
	const page = await pageBehindSlip(world, code);
	return page ? onward(page) : again(form.typed, [{ code: "slip-unknown", field: "slip" }]);
});

export default function LookUp({ actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const typed = actionData?.typed.slip;
	return (
		<>
			<title>{`${t("lookUp.title")} – Gemeinwerk`}</title>
			<ErrorSummary errors={errors} />
			<PageTitle title={t("lookUp.title")} lead={t("lookUp.lead")} />
			<Form>
				<TextField
					name="slip"
					label={t("lookUp.code")}
					hint={t("lookUp.hint")}
					value={typeof typed === "string" ? typed : undefined}
					error={at("slip")}
					width="medium"
					autoComplete="off"
					spellCheck={false}
				/>
				<Button>{t("lookUp.open")}</Button>
			</Form>
			<p>{t("lookUp.lost")}</p>
		</>
	);
}
