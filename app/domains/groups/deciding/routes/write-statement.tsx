import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../../messages";
import { typedText } from "../../ui/typed";
import { ballotMessages } from "../ballot-messages";
import { writeStatement } from "../commands/statements.server";
import { statementForm } from "../forms";
import { statementPage } from "../queries/statement-page.server";
import { statementKinds } from "../statement";
import type { Route } from "./+types/write-statement";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	...(await statementPage(world, params)),
	kept: await keptForm(world, request),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id, code } = await statementPage(world, params);
	const form = await readForm(request, statementForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await writeStatement(world, { id, ...form.value });
	return outcome.done ? onward(`/empfehlung/${code}#minderheit`) : again(form.typed, outcome.refusals);
});

/** A reservation or a minority opinion, to stand beside the result. */
export default function WriteStatement({ loaderData, actionData }: Route.ComponentProps) {
	const { title, place, group, stored, kept } = loaderData;
	const t = useText(ballotMessages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const typed = actionData?.typed ?? kept;
	return (
		<>
			<title>{`${t("statement.title")} – ${title}`}</title>
			<Breadcrumb
				entries={[
					{ label: place.name, href: `/o/${place.slug}` },
					{ label: group.name, href: `/o/${place.slug}/arbeitskreise/${group.slug}` },
					{ label: t("statement.title") },
				]}
			/>
			<ErrorSummary errors={errors} />
			<PageTitle title={t("statement.title")} above={title} lead={t("statement.text")} />
			<Form draftKey={`statement:${loaderData.id}`}>
				<RadioGroup
					name="kind"
					label={t("statement.kind")}
					value={typedText(typed, "kind", stored?.kind ?? "")}
					error={at("kind")}
					choices={statementKinds.map((kind) => ({ value: kind, label: t(`statement.kinds.${kind}`) }))}
				/>
				<TextArea
					name="text"
					label={t("statement.words")}
					value={typedText(typed, "text", stored?.text ?? "")}
					maxLength={5000}
					rows={8}
					error={at("text")}
				/>
				<Button>{t("statement.save")}</Button>
			</Form>
		</>
	);
}
