import { z } from "zod";
import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { DateField } from "~/design/date-field";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TaskList } from "~/design/task-list";
import { TextArea } from "~/design/text-area";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields, type Typed } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { changeStage } from "../commands/change-stage.server";
import { publishMeasure } from "../commands/publish-measure.server";
import { stepForm } from "../forms";
import { messages } from "../messages";
import { whereToMend } from "../pilot-gate";
import { managedMeasure } from "../queries/find-measure.server";
import { stagePage } from "../queries/managed-measures.server";
import { staffMessages } from "../staff-messages";
import { textIn } from "../ui/measure-fields";
import { MeasureTabs } from "../ui/measure-tabs";
import { PostChoice } from "../ui/post-choice";
import { StageBadge } from "../ui/stage-badge";
import type { Route } from "./+types/stage";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const query = new URL(request.url).searchParams;
	return {
		...(await stagePage(world, params)),
		notice: query.has("begonnen") ? ("started" as const) : query.has("eingetragen") ? ("saved" as const) : null,
		kept: await keptForm(world, request),
	};
});

const actOf = z.enum(["publish", "move"]).catch("move");

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { id, code } = await managedMeasure(world, params);
	const fields = await formFields(request);
	const saved = `/o/${params.place}/verwaltung/massnahmen/${code}?eingetragen`;
	if (actOf.parse(fields.get("act")) === "publish") {
		const outcome = await publishMeasure(world, { id });
		return outcome.done ? onward(saved) : again({}, outcome.refusals);
	}
	const form = readFields(request, fields, stepForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await changeStage(world, { id, ...form.value });
	return outcome.done ? onward(saved) : again(form.typed, outcome.refusals);
});

export default function StagePage({ loaderData: measure, actionData, params }: Route.ComponentProps) {
	const t = useText(messages);
	const say = useText(staffMessages);
	const problems = useProblems(messages, actionData?.refusals);
	const base = `/o/${params.place}/verwaltung/massnahmen/${measure.code}`;
	const title = say("stage.title", { stage: t(`stages.${measure.stage}`) });
	return (
		<>
			<title>{`${title} – ${measure.title}`}</title>
			<Breadcrumb
				entries={[
					{ label: say("list.title"), href: `/o/${params.place}/verwaltung/massnahmen` },
					{ label: measure.title },
				]}
			/>
			{measure.notice && !actionData && <Alert tone="success" title={say(`stage.${measure.notice}`)} live />}
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={measure.title} above={title} state={<StageBadge stage={measure.stage} />} />
			<MeasureTabs place={params.place} code={measure.code} here="stage" isOver={measure.stage === "ENDED"} />
			{!measure.isPublic && (
				<Alert title={t("page.hidden")}>
					<p>{say("stage.publishHint")}</p>
					<Form hidden={{ act: "publish" }} inline>
						<Button look="secondary">{say("stage.publish")}</Button>
					</Form>
				</Alert>
			)}
			{measure.stage === "PREPARATION" || measure.stage === "IDEA" ? <Gate measure={measure} base={base} /> : null}
			{measure.stage === "PILOT" && measure.operationMissing.length > 0 && (
				<Section title={say("stage.operation")} id="betrieb">
					<TaskList
						tasks={measure.operationMissing.map((code) => ({
							title: t(`refusals.${code}`),
							href: `${base}/angaben`,
							state: <Badge tone="warning">{say("stage.missing")}</Badge>,
						}))}
					/>
				</Section>
			)}
			{measure.next.length === 0 ? (
				<p>{say("stage.over")}</p>
			) : (
				<NextSteps measure={measure} base={base} problems={problems} typed={actionData?.typed ?? measure.kept ?? {}} />
			)}
		</>
	);
}

type Measure = Route.ComponentProps["loaderData"];

function Gate({ measure, base }: { measure: Measure; base: string }) {
	const t = useText(messages);
	const say = useText(staffMessages);
	const hrefs = { edit: `${base}/angaben`, agreement: measure.agreementPath };
	return (
		<Section title={say("stage.gate")} id="pilot">
			{measure.pilotMissing.length === 0 ? (
				<Alert tone="success" title={t("page.gateOpen")} level={3} />
			) : (
				<TaskList
					label={say("stage.gate")}
					tasks={measure.pilotMissing.map((code) => ({
						title: say(`stage.mend.${code}`),
						href: hrefs[whereToMend[code]],
						hint: t(`refusals.${code}`),
						state:
							code === "pilot-too-early" ? (
								<Badge tone="info">{say("stage.waits")}</Badge>
							) : (
								<Badge tone="warning">{say("stage.missing")}</Badge>
							),
					}))}
				/>
			)}
			{measure.agreement && (
				<p>
					<a href={measure.agreement.href}>{t("page.agreement", { title: measure.agreement.title })}</a>
				</p>
			)}
			{measure.pilotMissing.includes("pilot-agreement-missing") &&
				(measure.may.grantException ? (
					<LinkButton href={`${base}/ausnahme`} look="secondary">
						{say("stage.exception")}
					</LinkButton>
				) : (
					<p>{say("stage.exceptionWho")}</p>
				))}
		</Section>
	);
}

function NextSteps({
	measure,
	base,
	problems,
	typed,
}: {
	measure: Measure;
	base: string;
	problems: ReturnType<typeof useProblems>;
	typed: Typed;
}) {
	const say = useText(staffMessages);
	const onwards = measure.next.find((stage) => stage !== "ENDED");
	const missing = onwards === "PILOT" ? measure.pilotMissing : onwards === "REGULAR" ? measure.operationMissing : [];
	return (
		<Section title={say("stage.next")} id="schritt" intro={measure.stage === "PILOT" ? say("stage.exits") : undefined}>
			{onwards && missing.length > 0 && <p>{say("stage.notYet")}</p>}
			{onwards && (missing.length === 0 || typed.to !== undefined) && (
				<Form hidden={{ act: "move", from: measure.stage, to: onwards }}>
					<DateField
						name="on"
						label={say("stage.on")}
						value={textIn(typed, "on") || measure.today}
						max={measure.today}
						error={problems.at("on")}
					/>
					<TextArea
						name="reason"
						label={say("stage.reason")}
						hint={say("stage.reasonHint")}
						rows={3}
						value={textIn(typed, "reason")}
						error={problems.at("reason")}
					/>
					<PostChoice
						name="postId"
						label={say("stage.post")}
						posts={measure.posts}
						value={textIn(typed, "postId") || (measure.responsiblePostId ?? "")}
						error={problems.at("postId")}
					/>
					<Button>{say(`stage.to.${onwards === "IDEA" ? "PREPARATION" : onwards}`)}</Button>
				</Form>
			)}
			{measure.next.includes("ENDED") && (
				<ButtonRow>
					<LinkButton href={`${base}/ende`} look="secondary">
						{say("stage.to.ENDED")}
					</LinkButton>
				</ButtonRow>
			)}
		</Section>
	);
}
