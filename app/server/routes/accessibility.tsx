import { Alert } from "~/design/alert";
import { Button, ButtonRow } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Flow, Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../messages";
import { barrier, reportBarrier } from "../report-barrier.server";
import type { Route } from "./+types/accessibility";

export const loader = conduct(async ({ world, request }: Route.LoaderArgs & { world: World }) => ({
	kept: (await keptForm(world, request)) ?? {},
	sent: new URL(request.url).searchParams.has("gesendet"),
}));

export const action = conduct(async ({ world, request }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, barrier);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await reportBarrier(world, form.value);
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward("/barrierefreiheit?gesendet");
});

/** § 12b BGG: declaration of accessibility with a way to report barriers. */
export default function Accessibility({ loaderData, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const problems = useProblems(messages, actionData?.refusals);
	const typed = (name: string) => {
		const value = (actionData?.typed ?? loaderData.kept)[name];
		return typeof value === "string" ? value : "";
	};
	return (
		<>
			<title>{`${t("accessibility.title")} – Gemeinwerk`}</title>
			{loaderData.sent && !actionData && (
				<Alert tone="success" title={t("accessibility.sentTitle")} live>
					<p>{t("accessibility.sentText")}</p>
				</Alert>
			)}
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("accessibility.title")} lead={t("accessibility.lead")} />
			<Section id="stand" title={t("accessibility.stateTitle")}>
				<Flow>
					<p>{t("accessibility.state")}</p>
				</Flow>
			</Section>
			<Section id="melden" title={t("accessibility.feedbackTitle")} intro={t("accessibility.feedback")}>
				<Form>
					<TextArea
						name="what"
						label={t("accessibility.what")}
						value={typed("what")}
						error={problems.at("what")}
						maxLength={4000}
					/>
					<TextField
						name="where"
						label={t("accessibility.where")}
						hint={t("accessibility.whereHint")}
						value={typed("where")}
						error={problems.at("where")}
						optional
					/>
					<TextField
						name="reply"
						type="email"
						autoComplete="email"
						width="medium"
						label={t("accessibility.reply")}
						value={typed("reply")}
						error={problems.at("reply")}
						optional
					/>
					<ButtonRow>
						<Button>{t("accessibility.send")}</Button>
					</ButtonRow>
				</Form>
			</Section>
			<Section id="durchsetzung" title={t("accessibility.enforcementTitle")}>
				<Flow>
					<p>{t("accessibility.enforcement")}</p>
				</Flow>
			</Section>
		</>
	);
}
