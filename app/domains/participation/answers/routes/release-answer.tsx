import { Alert } from "~/design/alert";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { Outcome } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { answerPath, boardPath } from "../addresses";
import { askForRelease, sendBackAnswer, takeBackRelease } from "../commands/ask-release.server";
import { discardAnswer } from "../commands/prepare-answer.server";
import { releaseAnswer } from "../commands/release-answer.server";
import { idFrom, releaseForm } from "../forms";
import { messages } from "../messages";
import { answerPage } from "../queries/answer-page.server";
import { staffMessages } from "../staff-messages";
import { AnswerBox } from "../ui/answer-box";
import { ContributionList } from "../ui/contribution-list";
import { QuestionList } from "../ui/question-list";
import type { Route } from "./+types/release-answer";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const {
		templates: _,
		textBlocks: ____,
		replies: __,
		reason: ___,
		...page
	} = await answerPage(world, { ...params, id: idFrom(params.answer) });
	return { ...page, place: params.place, saved: new URL(request.url).searchParams.has("gespeichert") };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const id = idFrom(params.answer);
	await answerPage(world, { ...params, id });
	const form = await readForm(request, releaseForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { act, revision, remark } = form.value;
	const acts: Record<typeof act, () => Promise<Outcome<unknown>>> = {
		ask: () => askForRelease(world, { id, revision, byMayor: false }),
		"ask-mayor": () => askForRelease(world, { id, revision, byMayor: true }),
		"take-back": () => takeBackRelease(world, { id, revision }),
		"send-back": () => sendBackAnswer(world, { id, revision, remark }),
		release: () => releaseAnswer(world, { id, revision }),
		discard: () => discardAnswer(world, { id }),
	};
	const outcome = await acts[act]();
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(
		act === "discard"
			? boardPath(params.place, params.process)
			: `${answerPath(params.place, params.process, id)}${act === "take-back" ? "" : "/freigabe"}`,
	);
});

export default function ReleaseAnswer({ loaderData, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const more = useText(staffMessages);
	const { process, place, state, preparedBy, contributions, questions, preview, saved, id } = loaderData;
	const problems = useProblems(messages, actionData?.refusals);
	const here = answerPath(place, process.slug, id);
	return (
		<>
			<title>{`${t("release.title")}: ${process.title}`}</title>
			<Breadcrumb
				entries={[
					{ label: t("crumbs.manage"), href: `/o/${place}/verwaltung/beteiligung` },
					{ label: t("crumbs.answers"), href: boardPath(place, process.slug) },
					{ label: t("release.title") },
				]}
			/>
			<ErrorSummary errors={problems.errors} />
			{saved && !actionData && <Alert tone="success" title={t("form.saved")} live />}
			<PageTitle
				title={t("release.title")}
				above={process.title}
				lead={state === "released" ? t("release.doneHint") : t("release.lead")}
			>
				{preparedBy && <p>{t("release.preparedBy", { name: preparedBy })}</p>}
			</PageTitle>
			{state === "released" && <Alert tone="success" title={t("release.done")} />}
			{contributions.length > 0 && (
				<Section id="beitraege" title={t("release.contributions", { count: contributions.length })}>
					<ContributionList contributions={contributions} />
				</Section>
			)}
			{questions.length > 0 && (
				<Section id="fragen" title={more("questions", { count: questions.length })}>
					<QuestionList questions={questions} />
				</Section>
			)}
			<AnswerBox answer={state === "released" ? released(preview) : preview} id="antwort" />
			{state === "released" ? (
				<ButtonRow>
					<LinkButton look="secondary" href={here}>
						{t("release.correct")}
					</LinkButton>
					<LinkButton look="secondary" href={`${here}/umsetzung`}>
						{more("updates.title")}
					</LinkButton>
				</ButtonRow>
			) : state === "waiting" ? (
				<Waiting page={loaderData} error={problems.at("remark")} remark={String(actionData?.typed.remark ?? "")} />
			) : (
				<Draft page={loaderData} here={here} />
			)}
		</>
	);
}

type Page = Route.ComponentProps["loaderData"];

/** The newest released revision is the present text itself, not an earlier one. */
function released(preview: Page["preview"]) {
	const [newest, ...earlier] = preview.earlier;
	return newest ? { ...preview, ...newest, earlier } : preview;
}

function Draft({ page: { revision, mayor, releasedRevision }, here }: { page: Page; here: string }) {
	const t = useText(messages);
	return (
		<Form hidden={{ revision: String(revision) }} inline>
			<ButtonRow>
				<Button name="act" value="ask">
					{t("release.ask")}
				</Button>
				<LinkButton look="secondary" href={here}>
					{t("release.edit")}
				</LinkButton>
				{releasedRevision === null && (
					<Button look="tertiary" name="act" value="discard">
						{t("release.discard")}
					</Button>
				)}
			</ButtonRow>
			{mayor && (
				<>
					<p>{t("release.mayorHint")}</p>
					<Button look="secondary" name="act" value="ask-mayor">
						{t("release.askMayor", { label: mayor })}
					</Button>
				</>
			)}
		</Form>
	);
}

function Waiting({ page: { release, revision }, error, remark }: { page: Page; error?: string; remark: string }) {
	const t = useText(messages);
	const { dateTime } = useFormat();
	const reason = release.may
		? t(`release.how.${release.how}`)
		: t(`release.not.${release.why}`, { date: "from" in release ? dateTime(release.from) : "" });
	const hidden = { revision: String(revision) };
	return (
		<>
			<Alert title={t("release.asked")}>
				<p>{reason}</p>
			</Alert>
			{release.may && (
				<Form hidden={{ ...hidden, act: "release" }} id="release" inline>
					<Button>{t("release.release")}</Button>
				</Form>
			)}
			<Form hidden={{ ...hidden, act: "take-back" }} id="take-back" inline>
				<Button look="tertiary">{t("release.takeBack")}</Button>
			</Form>
			<Form hidden={{ ...hidden, act: "send-back" }}>
				<TextArea name="remark" label={t("release.remark")} value={remark} error={error} rows={3} />
				<Button look="secondary">{t("release.sendBack")}</Button>
			</Form>
		</>
	);
}
