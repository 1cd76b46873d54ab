import { data } from "react-router";
import { Alert } from "~/design/alert";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { PhoneLink } from "~/design/phone-link";
import { useProblems } from "~/design/problems";
import { RichTextView } from "~/design/rich-text-view";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { withPass } from "~/domains/accounts/index.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { replyToInquiry } from "../commands/reply-to-inquiry.server";
import { replyForm } from "../forms";
import { messages } from "../messages";
import { inquiryPurpose } from "../policy.server";
import { type Asker, inquiryByToken } from "../queries/inquiries.server";
import { staffMessages } from "../staff-messages";
import { PlainText } from "../ui/answer-fields";
import type { Route } from "./+types/answer-inquiry";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const page = await inquiryByToken(world, params.token);
	const sent = new URL(request.url).searchParams.has("gesendet");
	return data({ page, sent }, { status: page.open ? 200 : 404 });
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, replyForm);
	const page = await inquiryByToken(world, params.token);
	// the page then says whom to call, with the typed text on it
	if (!page.open) return data({ typed: form.typed, refusals: [], conflict: false }, { status: 404 });
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await replyToInquiry(await withPass(world, params.token, inquiryPurpose), form.value);
	if (!outcome.done) return again(form.typed, outcome.refusals);
	if (outcome.value.conflict) return data({ typed: form.typed, refusals: [], conflict: true }, { status: 409 });
	return onward(`/fachamt/${params.token}?gesendet`);
});

export default function AnswerInquiry({ loaderData: { page, sent }, actionData, params }: Route.ComponentProps) {
	const t = useText(messages);
	const more = useText(staffMessages);
	const { dateLong } = useFormat();
	const problems = useProblems(messages, actionData?.refusals);
	const typed = actionData?.typed;
	if (!page.open) return <Gone asker={page.asker} typed={typed?.text} />;
	const { answer, answeredBy, answeredAt, contributions } = page;
	const conflict = actionData !== undefined && "conflict" in actionData && actionData.conflict;
	return (
		<>
			<title>{t("department.title", { office: page.office })}</title>
			<ErrorSummary errors={problems.errors} />
			{sent && !actionData && (
				<Alert tone="success" title={t("department.thanks")} live>
					<p>{t("department.thanksHint")}</p>
				</Alert>
			)}
			{conflict && answer && (
				<Alert tone="warning" title={t("department.twice")} live>
					<PlainText text={answer} />
					<p>{t("department.twiceHint")}</p>
				</Alert>
			)}
			<PageTitle
				title={t("department.title", { office: page.office })}
				above={t("department.above", { name: page.asker.name })}
				lead={t("department.lead", { process: page.process })}
			/>
			<Section id="frage" title={t("department.question")}>
				<PlainText text={page.question} />
				<p>{t("department.due", { date: dateLong(page.dueOn.toISOString().slice(0, 10)) })}</p>
			</Section>
			<Section id="beitraege" title={t("department.contributions", { count: contributions.length })}>
				{contributions.map((contribution) => (
					<article key={contribution.id} className="gw-flow">
						<h3>
							{t("department.contribution", { number: String(contribution.number ?? ""), title: contribution.title })}
						</h3>
						{contribution.html === null ? (
							<PlainText text={contribution.text} />
						) : (
							<RichTextView html={contribution.html} />
						)}
						{contribution.place && <p>{t("department.where", { place: contribution.place })}</p>}
					</article>
				))}
			</Section>
			{page.mayReply ? (
				<Section id="antwort" title={t("department.answer")}>
					{answer && answeredAt && (
						<p>
							{t("department.standing")}{" "}
							{answeredBy
								? t("department.standingBy", { name: answeredBy, date: dateLong(answeredAt) })
								: t("department.standingOn", { date: dateLong(answeredAt) })}
						</p>
					)}
					{contributions.length > 1 && (
						<>
							<p>{more("sheet.toSheetHint")}</p>
							<ButtonRow>
								<LinkButton look="secondary" href={`/fachamt/${params.token}/liste`}>
									{more("sheet.toSheet")}
								</LinkButton>
							</ButtonRow>
						</>
					)}
					<Form hidden={{ revision: String(page.revision) }}>
						<TextArea
							name="text"
							label={t("department.answer")}
							hint={t("department.answerHint")}
							value={String(typed?.text ?? answer ?? "")}
							error={problems.at("text")}
							rows={10}
						/>
						<TextField
							name="answeredBy"
							label={t("department.name")}
							value={String(typed?.answeredBy ?? answeredBy ?? "")}
							error={problems.at("answeredBy")}
							autoComplete="name"
							width="medium"
							maxLength={120}
							optional
						/>
						<Button>{t(answer ? "department.change" : "department.send")}</Button>
					</Form>
				</Section>
			) : (
				<Alert tone="success" title={t("department.closed")}>
					<p>{t("department.closedHint")}</p>
				</Alert>
			)}
			<Contact asker={page.asker} />
		</>
	);
}

function Contact({ asker }: { asker: Asker }) {
	const t = useText(messages);
	const { name, post, phone, email } = asker;
	return (
		<p>
			{t("department.contact", { name: [name, post].filter(Boolean).join(", ") })}
			{phone && (
				<>
					{" · "}
					<PhoneLink number={phone} />
				</>
			)}
			{email && (
				<>
					{" · "}
					<a href={`mailto:${email}`}>{email}</a>
				</>
			)}
		</p>
	);
}

/** A link that no longer works explains what to do, and gives a typed text back. */
function Gone({ asker, typed }: { asker: Asker | null; typed: string | string[] | undefined }) {
	const t = useText(messages);
	return (
		<>
			<title>{t("department.gone")}</title>
			<PageTitle title={t("department.gone")} lead={t("department.goneText")} />
			{asker ? (
				<>
					<p>{t("department.goneCall")}</p>
					<Contact asker={asker} />
				</>
			) : (
				<p>{t("department.goneUnknown")}</p>
			)}
			{typed !== undefined && (
				<Section id="text" title={t("department.lost")}>
					<PlainText text={String(typed)} />
				</Section>
			)}
		</>
	);
}
