import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { CommentThread } from "~/design/comment-thread";
import { Disclosure } from "~/design/disclosure";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { LocalDate } from "~/design/time";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { PlainText } from "../../drafting/ui/plain-text";
import { actForm, clauseCommentForm, clauseForm, clauseMarkForm, settleForm } from "../../forms";
import { messages as publicMessages } from "../../messages";
import { agreeToClause, commentClause, settleComment, takeMarkBack } from "../commands/clauses.server";
import { messages } from "../messages";
import { talkPage } from "../queries/talk.server";
import type { Route } from "./+types/talk";

export const loader = conduct(({ world, params }: Route.LoaderArgs & { world: World }) => talkPage(world, params.code));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { code } = params;
	const fields = await formFields(request);
	const { act } = actForm.parse({ act: fields.get("act") ?? "" });
	const back = (block: string) => onward(`/vereinbarungen/${code}/abstimmung#klausel-${block}`);
	if (act === "comment") {
		const form = readFields(request, fields, clauseCommentForm);
		if (!form.valid) return again(form.typed, form.refusals);
		const outcome = await commentClause(world, { code, ...form.value });
		return outcome.done ? back(form.value.block) : again(form.typed, outcome.refusals);
	}
	if (act === "agree") {
		const form = readFields(request, fields, clauseMarkForm);
		if (!form.valid) return again({}, form.refusals);
		const outcome = await agreeToClause(world, { code, ...form.value });
		return outcome.done ? back(form.value.block) : again({}, outcome.refusals);
	}
	if (act === "back") {
		const form = readFields(request, fields, clauseForm);
		if (!form.valid) return again({}, form.refusals);
		const outcome = await takeMarkBack(world, { code, ...form.value });
		return outcome.done ? back(form.value.block) : again({}, outcome.refusals);
	}
	const form = readFields(request, fields, settleForm);
	if (!form.valid) return again({}, form.refusals);
	const outcome = await settleComment(world, { code, ...form.value });
	return outcome.done ? onward(`/vereinbarungen/${code}/abstimmung`) : again({}, outcome.refusals);
});

export default function Talk({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const say = useText(publicMessages);
	const problems = useProblems(publicMessages, actionData?.refusals);
	const typed = actionData?.typed ?? {};
	const refusedForm = typed.block ? `kommentar-${typed.block}-${typed.organisationId}` : undefined;
	return (
		<>
			<title>{`${t("title")} – ${page.title}`}</title>
			<Breadcrumb
				entries={[
					{ label: say("list.title"), href: "/vereinbarungen" },
					{ label: page.number, href: `/vereinbarungen/${page.code}` },
					{ label: t("title") },
				]}
			/>
			<ErrorSummary errors={problems.errors} form={refusedForm} />
			<PageTitle title={t("title")} above={page.title} lead={t("lead")} />
			{!page.presented && <Alert title={t("notPresented")} />}
			{page.open.marks + page.open.comments === 0 ? (
				<Alert tone="success" title={t("allAgreed")} />
			) : (
				<Alert title={t("open", page.open)} />
			)}
			{page.clauses.map(({ key, heading, text, revision, parties, comments }) => (
				<Section key={key} title={heading} id={`klausel-${key}`}>
					{text === "" ? <p>{t("emptyText")}</p> : <PlainText text={text} />}
					<ul>
						{parties.map(({ organisationId, name, agreed, earlier, mine }) => (
							<li key={organisationId}>
								{name}:{" "}
								<Badge tone={agreed ? "success" : "warning"}>
									{t(agreed ? "agreed" : earlier ? "earlier" : "waits")}
								</Badge>
								{mine && page.presented && text !== "" && (
									<Form
										inline
										id={`zustimmung-${key}-${organisationId}`}
										hidden={{
											act: agreed ? "back" : "agree",
											block: key,
											organisationId,
											revision: String(revision),
										}}
									>
										<Button
											small
											look={agreed ? "tertiary" : "secondary"}
											label={t(agreed ? "backFor" : "agreeFor", { party: name, heading })}
										>
											{t(agreed ? "back" : "agree")}
										</Button>
									</Form>
								)}
							</li>
						))}
					</ul>
					{comments.length > 0 && (
						<>
							<h3>{t("comments")}</h3>
							<CommentThread
								comments={comments.map(({ id, party, text: said, day, settled, maySettle }) => ({
									id,
									author: party,
									role: settled ? t("settled") : undefined,
									date: <LocalDate value={day} />,
									body: <PlainText text={said} />,
									acts: maySettle ? (
										<Form inline id={`erledigt-${id}`} hidden={{ act: "settle", commentId: id }}>
											<Button small look="tertiary" label={t("settleOf", { party, heading })}>
												{t("settle")}
											</Button>
										</Form>
									) : undefined,
								}))}
							/>
						</>
					)}
					{page.presented && page.mine.length > 0 && (
						<Disclosure summary={t("write")} open={typed.block === key}>
							{page.mine.map(({ organisationId, name }) => {
								const form = `kommentar-${key}-${organisationId}`;
								const isRefused = form === refusedForm;
								return (
									<Form key={organisationId} id={form} hidden={{ act: "comment", block: key, organisationId }}>
										<TextArea
											name="text"
											rows={3}
											label={t("comment", { party: name, heading })}
											value={isRefused ? typed.text?.toString() : undefined}
											error={isRefused ? problems.at("text") : undefined}
										/>
										<Button look="secondary">{t("send")}</Button>
									</Form>
								);
							})}
						</Disclosure>
					)}
				</Section>
			))}
			<p>
				<a href={`/vereinbarungen/${page.code}`}>{t("toAgreement")}</a>
			</p>
		</>
	);
}
