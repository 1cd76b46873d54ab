import { Alert } from "~/design/alert";
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
import { answerPath, boardPath } from "../addresses";
import { addUpdate } from "../commands/add-update.server";
import { updateLimits, updateStates } from "../follow-up";
import { idFrom, updateForm } from "../forms";
import { messages } from "../messages";
import { outcomeMessages } from "../outcome-messages";
import { answerPage } from "../queries/answer-page.server";
import { staffMessages } from "../staff-messages";
import { Updates } from "../ui/answer-box";
import { ContributionList } from "../ui/contribution-list";
import type { Route } from "./+types/update-answer";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const id = idFrom(params.answer);
	const { process, contributions, preview, releasedRevision } = await answerPage(world, { ...params, id });
	return {
		process,
		contributions,
		updates: preview.updates,
		isReleased: releasedRevision !== null,
		sent: new URL(request.url).searchParams.has("gesendet"),
		kept: await keptForm(world, request),
		place: params.place,
		id,
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const answerId = idFrom(params.answer);
	await answerPage(world, { ...params, id: answerId });
	const form = await readForm(request, updateForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await addUpdate(world, { ...form.value, answerId });
	const sentTwice = !outcome.done && outcome.refusals.some(({ code }) => code === "said-before");
	if (!outcome.done && !sentTwice) return again(form.typed, outcome.refusals);
	return onward(`${answerPath(params.place, params.process, answerId)}/umsetzung?gesendet`);
});

export default function UpdateAnswer({ loaderData, actionData }: Route.ComponentProps) {
	const { process, contributions, updates, isReleased, sent, kept, place, id } = loaderData;
	const t = useText(staffMessages);
	const words = useText(messages);
	const states = useText(outcomeMessages);
	const problems = useProblems(staffMessages, actionData?.refusals);
	const typed = actionData?.typed ?? kept ?? {};
	return (
		<>
			<title>{`${t("updates.title")}: ${process.title}`}</title>
			<Breadcrumb
				entries={[
					{ label: words("crumbs.answers"), href: boardPath(place, process.slug) },
					{ label: words("kind"), href: `${answerPath(place, process.slug, id)}/freigabe` },
					{ label: t("updates.title") },
				]}
			/>
			<ErrorSummary errors={problems.errors} />
			{sent && !actionData && <Alert tone="success" title={t("updates.sent")} live />}
			<PageTitle title={t("updates.title")} above={process.title} lead={t("updates.lead")}>
				<p>{t("updates.told")}</p>
			</PageTitle>
			<ContributionList contributions={contributions} />
			{isReleased ? (
				<Form draftKey={`update:${id}`}>
					<RadioGroup
						name="state"
						label={t("updates.state")}
						value={String(typed.state ?? "")}
						error={problems.at("state")}
						choices={updateStates.map((value) => ({ value, label: states(`updates.states.${value}`) }))}
					/>
					<TextArea
						name="text"
						label={t("updates.text")}
						hint={t("updates.textHint")}
						value={String(typed.text ?? "")}
						error={problems.at("text")}
						maxLength={updateLimits.most}
						rows={5}
					/>
					<Button>{t("updates.send")}</Button>
				</Form>
			) : (
				<Alert title={t("refusals.not-released")} />
			)}
			<Updates updates={updates} level={2} />
		</>
	);
}
