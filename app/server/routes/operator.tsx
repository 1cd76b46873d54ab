import { Alert } from "~/design/alert";
import { Button, ButtonRow } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { isOperator } from "~/platform/actor";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import { demand } from "~/platform/policy";
import type { World } from "~/platform/world.server";
import { messages } from "../messages";
import { operatorDetails, readOperator, setOperator } from "../operator.server";
import type { Route } from "./+types/operator";

export const loader = conduct(async ({ world, request }: Route.LoaderArgs & { world: World }) => {
	demand((actor) => isOperator(actor), world.actor, null);
	const saved = new URL(request.url).searchParams.has("gespeichert");
	return { operator: (await keptForm(world, request)) ?? (await readOperator(world)) ?? {}, saved };
});

export const action = conduct(async ({ world, request }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, operatorDetails);
	if (!form.valid) return again(form.typed, form.refusals);
	await setOperator(world, form.value);
	return onward("/betrieb/angaben?gespeichert");
});

const fields = [
	{ name: "name" },
	{ name: "address", long: true },
	{ name: "represented", optional: true },
	{ name: "phone" },
	{ name: "phoneHours", optional: true },
	{ name: "email" },
	{ name: "dataProtection", long: true },
	{ name: "supervision", long: true },
] as const;

/** Who answers for this installation. */
export default function Operator({ loaderData, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const values: Record<string, string | string[] | undefined> = actionData?.typed ?? loaderData.operator;
	const problems = useProblems(messages, actionData?.refusals);
	return (
		<>
			<title>{`${t("operator.title")} – Gemeinwerk`}</title>
			{loaderData.saved && !actionData && <Alert tone="success" title={t("operator.saved")} live />}
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("operator.title")} lead={t("operator.lead")} />
			<Form>
				{fields.map((field) => {
					const value = values[field.name];
					const properties = {
						name: field.name,
						label: t(`operator.${field.name}`),
						value: typeof value === "string" ? value : "",
						optional: "optional" in field,
						error: problems.at(field.name),
					};
					return "long" in field ? (
						<TextArea key={field.name} rows={3} {...properties} />
					) : (
						<TextField key={field.name} {...properties} />
					);
				})}
				<ButtonRow>
					<Button>{t("operator.save")}</Button>
				</ButtonRow>
			</Form>
		</>
	);
}
