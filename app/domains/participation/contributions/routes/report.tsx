import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { limit } from "~/platform/allowance.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { requestContext } from "~/platform/http/request.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { whyProgram } from "../against-programs";
import { report } from "../commands/report.server";
import { moderationRules } from "../contribution";
import { reportForm } from "../forms";
import { messages } from "../messages";
import { moderationMessages } from "../moderation-messages";
import { reportable } from "../queries/reportable.server";
import { paragraphsOf } from "../ui/discussion";
import { Trap } from "../ui/trap";
import { textOf } from "../ui/words-fields";
import type { Route } from "./+types/report";

/** From one network address in an hour. */
const reportsPerHour = 20;

/** The address says what is meant: /b/… a contribution, /k/… a comment. */
function kindOf(request: Request): "contribution" | "comment" {
	return new URL(request.url).pathname.startsWith("/k/") ? "comment" : "contribution";
}

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	about: await reportable(world, kindOf(request), params.code),
	sent: new URL(request.url).searchParams.has("gemeldet"),
	seit: world.now.getTime(),
}));

export const action = conduct(async ({ world, params, request, context }: Route.ActionArgs & { world: World }) => {
	const about = await reportable(world, kindOf(request), params.code);
	const form = await readForm(request, reportForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const program = whyProgram(form.value, world.now);
	if (program) return again(form.typed, [program]);
	if (!(await limit(`report:ip:${context.get(requestContext).ip}`, reportsPerHour, 3600))) {
		return again(form.typed, [{ code: "too-many" }]);
	}
	const { rule, text } = form.value;
	const outcome = await report(world, { contributionId: about.contributionId, commentId: about.commentId, rule, text });
	return outcome.done ? onward(`${about.path}/melden?gemeldet`) : again(form.typed, outcome.refusals);
});

export default function Report({ loaderData: { about, sent, seit }, actionData }: Route.ComponentProps) {
	const t = useText(moderationMessages);
	const words = useText(messages);
	const { errors, at } = useProblems(moderationMessages, actionData?.refusals);
	const typed = actionData?.typed ?? {};
	return (
		<>
			<title>{`${t("report.title")} – ${about.title}`}</title>
			<ErrorSummary errors={errors} />
			{sent && <Alert tone="success" title={t("report.thanks")} live />}
			<PageTitle title={t("report.title")} above={about.title} lead={sent ? undefined : t("report.lead")} />
			{!sent && (
				<>
					<p>{t("report.about")}</p>
					<blockquote>{paragraphsOf(about.text)}</blockquote>
					<Form hidden={{ seit: textOf(typed.seit) || String(seit) }}>
						<RadioGroup
							name="rule"
							label={t("report.rule")}
							value={textOf(typed.rule)}
							error={at("rule")}
							choices={moderationRules.map((rule) => ({ value: rule, label: words(`rules.${rule}`) }))}
						/>
						<TextArea name="text" label={t("report.text")} value={textOf(typed.text)} error={at("text")} optional />
						<Trap />
						<Button>{t("report.submit")}</Button>
					</Form>
				</>
			)}
			<p>
				<a href={about.path}>{t("report.back")}</a>
			</p>
		</>
	);
}
