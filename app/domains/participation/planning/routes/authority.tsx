import { Alert } from "~/design/alert";
import { Button, LinkButton } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { FileField } from "~/design/file-field";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { readUploadForm } from "~/domains/files/index.server";
import { limit } from "~/platform/allowance.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, type Typed } from "~/platform/http/forms.server";
import { dropKeptForm, keptForm } from "~/platform/http/kept-forms.server";
import { requestContext } from "~/platform/http/request.server";
import { useFormat, useText } from "~/platform/i18n";
import { refused } from "~/platform/outcome";
import type { UploadLimits } from "~/platform/storage/receive.server";
import { newToken } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { textOf } from "../../contributions/ui/words-fields";
import { makeAuthorityStatement } from "../commands/make-statement.server";
import { authorityStatementForm } from "../forms";
import { messages } from "../messages";
import { attachmentLimits, planningLimits } from "../planning";
import { noticePage } from "../queries/authorities.server";
import { PublicCrumbs, publicPath } from "../ui/crumbs";
import type { Route } from "./+types/authority";

const attachments: UploadLimits = { ...attachmentLimits, kinds: [...attachmentLimits.kinds] };
/** From one network address: an authority has one for all. */
const statementsPerHour = 60;

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	notice: await noticePage(world, params.token),
	kept: await keptForm(world, request),
	entwurf: newToken(),
}));

export const action = conduct(async ({ world, params, request, context }: Route.ActionArgs & { world: World }) => {
	await noticePage(world, params.token);
	const form = await readUploadForm(request, authorityStatementForm, attachments);
	if (!form.valid) return again(form.typed, form.refusals);
	const { entwurf: token, name, text } = form.value;
	const outcome = await form.act<{ number: number }, string>(async () => {
		const allowed = await limit(`statement:ip:${context.get(requestContext).ip}`, statementsPerHour, 3600);
		if (!allowed) return refused("too-many");
		return makeAuthorityStatement(world, { notice: params.token, token, name, text, files: form.files });
	});
	const sentTwice = !outcome.done && outcome.refusals.some(({ code }) => code === "already-sent");
	if (!outcome.done && !sentTwice) return again(form.typed, [...outcome.refusals, ...form.chooseAgain]);
	await dropKeptForm(world, request);
	return onward(`/stellungnahme/${token}?neu`);
});

/** The statement of an authority, for who holds the link of its notice. */
export default function Authority({ loaderData: { notice, kept, entwurf }, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const { dateLong, number } = useFormat();
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const typed: Typed = actionData?.typed ?? kept ?? {};
	return (
		<>
			<title>{`${t("authority.title")} – ${notice.name}`}</title>
			<meta name="robots" content="noindex" />
			<PublicCrumbs head={notice} here={t("authority.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle
				title={t("authority.title")}
				above={notice.name}
				lead={t("authority.lead", { authority: notice.authority, date: dateLong(notice.dueOn) })}
			/>
			<p>
				<a href={publicPath(notice)}>{t("authority.documents")}</a>
			</p>
			{notice.changes && <p>{t("form.changes", { changes: notice.changes })}</p>}
			{notice.made.length > 0 && (
				<Alert tone="success" title={t("authority.made")}>
					<ul>
						{notice.made.map((one) => (
							<li key={one.number}>{t("authority.one", { number: String(one.number), date: dateLong(one.on) })}</li>
						))}
					</ul>
				</Alert>
			)}
			{notice.takes && notice.isLate && <Alert tone="warning" title={t("authority.late")} />}
			{!notice.takes && (
				<Alert tone="warning" title={t("authority.closed")}>
					<p>{t("authority.closedText", { office: notice.office })}</p>
				</Alert>
			)}
			{notice.systemAddress && <LinkButton href={notice.systemAddress}>{t("page.linkButton")}</LinkButton>}
			{(notice.takes || actionData) && (
				<Form files draftKey={`authority:${notice.process.id}`} hidden={{ entwurf }}>
					<TextArea
						name="text"
						label={t("authority.text")}
						hint={t("authority.textHint", { most: number(planningLimits.textMost) })}
						value={textOf(typed.text)}
						error={at("text")}
						rows={10}
						optional
					/>
					<FileField
						name="files"
						label={t("form.files")}
						hint={t("form.filesHint")}
						accept="application/pdf,image/jpeg,image/png,image/webp"
						error={at("files")}
						multiple
						optional
					/>
					<TextField
						name="name"
						label={t("authority.name")}
						value={textOf(typed.name)}
						error={at("name")}
						autoComplete="name"
					/>
					<Button>{t("form.submit")}</Button>
				</Form>
			)}
		</>
	);
}
