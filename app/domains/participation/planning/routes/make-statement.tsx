import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { FileField } from "~/design/file-field";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { PhoneLink } from "~/design/phone-link";
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
import { leastSeconds } from "../../contributions/forms";
import { textOf } from "../../contributions/ui/words-fields";
import { makeStatement } from "../commands/make-statement.server";
import { statementForm } from "../forms";
import { messages } from "../messages";
import { attachmentLimits, planningLimits } from "../planning";
import { planningPage } from "../queries/pages.server";
import { PublicCrumbs, publicPath } from "../ui/crumbs";
import type { Route } from "./+types/make-statement";

const attachments: UploadLimits = { ...attachmentLimits, kinds: [...attachmentLimits.kinds] };

/** From one network address; wide, because a town hall or a library has one for all. */
const statementsPerHour = 60;

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	plan: await planningPage(world, params),
	kept: await keptForm(world, request),
	entwurf: newToken(),
	seit: world.now.getTime(),
}));

export const action = conduct(async ({ world, params, request, context }: Route.ActionArgs & { world: World }) => {
	const plan = await planningPage(world, params);
	const form = await readUploadForm(request, statementForm, attachments);
	if (!form.valid) return again(form.typed, form.refusals);
	const { webseite, seit, entwurf: token, ...given } = form.value;
	const allowed = () => limit(`statement:ip:${context.get(requestContext).ip}`, statementsPerHour, 3600);
	const outcome = await form.act<{ number: number }, string>(async () => {
		if (webseite !== "") return refused("trap-filled", { field: "webseite" });
		if (world.now.getTime() - seit < leastSeconds * 1000) return refused("too-fast");
		if (!(await allowed())) return refused("too-many");
		return makeStatement(world, { processId: plan.process.id, token, files: form.files, ...given });
	});
	const sentTwice = !outcome.done && outcome.refusals.some(({ code }) => code === "already-sent");
	if (!outcome.done && !sentTwice) return again(form.typed, [...outcome.refusals, ...form.chooseAgain]);
	await dropKeptForm(world, request);
	return onward(`/stellungnahme/${token}?neu`);
});

export default function MakeStatement({ loaderData, actionData }: Route.ComponentProps) {
	const { plan, kept, entwurf, seit } = loaderData;
	const t = useText(messages);
	const { dateLong, number } = useFormat();
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const typed: Typed = actionData?.typed ?? kept ?? {};
	const { display } = plan;
	return (
		<>
			<title>{`${t("form.title")} – ${plan.name}`}</title>
			<PublicCrumbs head={plan} here={t("form.title")} />
			<ErrorSummary errors={errors} />
			<PageTitle
				title={t("form.title")}
				lead={display && t("form.lead", { plan: plan.name, date: dateLong(display.endsOn) })}
			/>
			{!display?.takes && (
				<Alert tone="warning" title={t("page.closed")}>
					<p>{t("page.other")}</p>
				</Alert>
			)}
			{(display?.takes || actionData) && (
				<>
					{display?.changes && <p>{t("form.changes", { changes: display.changes })}</p>}
					<p>{t("form.privacy", { office: plan.office })}</p>
					<Form files draftKey={`statement:${plan.process.id}`} hidden={{ entwurf, seit: String(seit) }}>
						<TextArea
							name="text"
							label={t("form.text")}
							hint={t("form.textHint", { most: number(planningLimits.textMost) })}
							value={textOf(typed.text)}
							error={at("text")}
							rows={10}
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
							label={t("form.name")}
							value={textOf(typed.name)}
							error={at("name")}
							autoComplete="name"
						/>
						<TextField
							name="organisation"
							label={t("form.organisation")}
							hint={t("form.organisationHint")}
							value={textOf(typed.organisation)}
							error={at("organisation")}
							autoComplete="organization"
							optional
						/>
						<TextField
							name="email"
							type="email"
							label={t("form.email")}
							hint={t("form.emailHint")}
							value={textOf(typed.email)}
							error={at("email")}
							autoComplete="email"
							optional
						/>
						<TextArea
							name="address"
							label={t("form.address")}
							hint={t("form.addressHint")}
							value={textOf(typed.address)}
							error={at("address")}
							rows={3}
							optional
						/>
						<div className="gw-trap" hidden>
							<TextField name="webseite" label={t("form.trap")} error={at("webseite")} optional />
						</div>
						<Button>{t("form.submit")}</Button>
					</Form>
				</>
			)}
			<p>
				<a href={publicPath(plan)}>{t("form.back")}</a>
			</p>
			{plan.phone && (
				<p>
					{t("form.phone")} <PhoneLink number={plan.phone} />
				</p>
			)}
		</>
	);
}
