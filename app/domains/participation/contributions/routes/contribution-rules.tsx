import { Alert } from "~/design/alert";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { Checkbox, RadioGroup } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { demand } from "~/platform/policy";
import type { World } from "~/platform/world.server";
import { mayManageProcesses, processAt } from "../../processes/index.server";
import { setContributionRules } from "../commands/set-rules.server";
import { rulesForm } from "../forms";
import { moderationMessages } from "../moderation-messages";
import { rulesOf } from "../queries/rules.server";
import { textOf } from "../ui/words-fields";
import type { Route } from "./+types/contribution-rules";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const process = await processAt(world, params);
	demand(mayManageProcesses, world.actor, process);
	return {
		title: process.title,
		rules: await rulesOf(world, process),
		saved: new URL(request.url).searchParams.has("gespeichert"),
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const process = await processAt(world, params);
	const form = await readForm(request, rulesForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { commentsAppear, guestsComment, guestsSupport } = form.value;
	await setContributionRules(world, {
		processId: process.id,
		commentsAppear,
		guestsComment: guestsComment === "on",
		guestsSupport: guestsSupport === "on",
	});
	return onward(`/o/${params.place}/verwaltung/beteiligung/${params.process}/kommentare?gespeichert`);
});

export default function Rules({ loaderData: { title, rules, saved }, actionData, params }: Route.ComponentProps) {
	const t = useText(moderationMessages);
	const { errors, at } = useProblems(moderationMessages, actionData?.refusals);
	const typed = actionData?.typed ?? {
		commentsAppear: rules.commentsAppear,
		guestsComment: rules.guestsComment ? "on" : "",
		guestsSupport: rules.guestsSupport ? "on" : "",
	};
	const manage = `/o/${params.place}/verwaltung/beteiligung`;
	return (
		<>
			<title>{`${t("rules.title")} – ${title}`}</title>
			<Breadcrumb
				entries={[{ label: title, href: `${manage}/${params.process}/bearbeiten` }, { label: t("rules.title") }]}
			/>
			<ErrorSummary errors={errors} />
			{saved && !actionData && <Alert tone="success" title={t("rules.saved")} live />}
			<PageTitle title={t("rules.title")} above={title} lead={t("rules.lead")} />
			<Form>
				<RadioGroup
					name="commentsAppear"
					label={t("rules.appear")}
					value={textOf(typed.commentsAppear)}
					error={at("commentsAppear")}
					choices={[
						{ value: "before", label: t("rules.before") },
						{ value: "after", label: t("rules.after") },
					]}
				/>
				<Checkbox
					name="guestsComment"
					label={t("rules.guestsComment")}
					hint={t("rules.guestsHint")}
					checked={typed.guestsComment === "on"}
					optional
				/>
				<Checkbox
					name="guestsSupport"
					label={t("rules.guestsSupport")}
					hint={t("rules.guestsHint")}
					checked={typed.guestsSupport === "on"}
					optional
				/>
				<Button>{t("rules.save")}</Button>
			</Form>
			<p>
				<a href={`/o/${params.place}/beteiligung/${params.process}`}>{t("rules.back")}</a>
			</p>
		</>
	);
}
