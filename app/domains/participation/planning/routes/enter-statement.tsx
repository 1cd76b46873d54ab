import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
import { ErrorSummary } from "~/design/error-summary";
import { FileField } from "~/design/file-field";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { readUploadForm } from "~/domains/files/index.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, type Typed } from "~/platform/http/forms.server";
import { dropKeptForm, keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { UploadLimits } from "~/platform/storage/receive.server";
import { newToken } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { textOf } from "../../contributions/ui/words-fields";
import { enterStatement } from "../commands/enter-statement.server";
import { enterForm } from "../forms";
import { messages } from "../messages";
import { attachmentLimits, enteredWays } from "../planning";
import { enteringPage } from "../queries/statements.server";
import { staffMessages } from "../staff-messages";
import { StaffCrumbs, staffPath } from "../ui/crumbs";
import type { Route } from "./+types/enter-statement";

const attachments: UploadLimits = { ...attachmentLimits, kinds: [...attachmentLimits.kinds] };

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	plan: await enteringPage(world, params),
	kept: await keptForm(world, request),
	entered: new URL(request.url).searchParams.get("nummer"),
	entwurf: newToken(),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	// whoever may not see the page shall not fill the disk either
	const plan = await enteringPage(world, params);
	const form = await readUploadForm(request, enterForm, attachments);
	if (!form.valid) return again(form.typed, form.refusals);
	const { entwurf: token, authority: authorityId, ...given } = form.value;
	const outcome = await form.act(() =>
		enterStatement(world, { processId: plan.process.id, token, authorityId, files: form.files, ...given }),
	);
	const sentTwice = !outcome.done && outcome.refusals.some(({ code }) => code === "already-sent");
	if (!outcome.done && !sentTwice) return again(form.typed, [...outcome.refusals, ...form.chooseAgain]);
	await dropKeptForm(world, request);
	const page = `${staffPath(plan)}/stellungnahmen`;
	return onward(outcome.done ? `${page}/eingeben?nummer=${outcome.value.number}` : page);
});

/** Types in a statement that came on paper, by e-mail or at the counter. */
export default function EnterStatement({ loaderData, actionData }: Route.ComponentProps) {
	const { plan, kept, entered, entwurf } = loaderData;
	const t = useText(staffMessages);
	const words = useText(messages);
	const { errors, at } = useProblems(staffMessages, actionData?.refusals);
	const typed: Typed = actionData?.typed ?? kept ?? {};
	const field = (name: string) => ({ name, value: textOf(typed[name]), error: at(name) });
	return (
		<>
			<title>{`${t("enter.title")} – ${plan.process.title}`}</title>
			<StaffCrumbs
				head={plan}
				between={{ label: t("statements.title"), href: `${staffPath(plan)}/stellungnahmen` }}
				here={t("enter.title")}
			/>
			<ErrorSummary errors={errors} />
			{entered && !actionData && (
				<Alert tone="success" title={t("enter.saved", { number: entered })} live>
					<p>{t("enter.savedText")}</p>
				</Alert>
			)}
			<PageTitle title={t("enter.title")} above={plan.name} lead={t("enter.lead")} />
			{!plan.isTime && <Alert tone="warning" title={t("refusals.weighing-resolved")} />}
			{plan.isTime && (
				<Form files hidden={{ entwurf }}>
					<RadioGroup
						name="channel"
						label={t("enter.channel")}
						value={textOf(typed.channel) || "paper"}
						error={at("channel")}
						horizontal
						choices={enteredWays.map((value) => ({ value, label: t(`ways.${value}`) }))}
					/>
					<DateField
						{...field("receivedOn")}
						value={textOf(typed.receivedOn) || plan.today}
						max={plan.today}
						label={t("enter.receivedOn")}
						hint={t("enter.receivedHint")}
					/>
					{plan.authorities.length > 0 && (
						<Select
							{...field("authority")}
							label={t("enter.authority")}
							empty={t("enter.noAuthority")}
							options={plan.authorities.map(({ id, name }) => ({ value: id, label: name }))}
							optional
						/>
					)}
					<TextField {...field("name")} label={t("enter.name")} optional />
					<TextField
						{...field("organisation")}
						label={words("form.organisation")}
						hint={words("form.organisationHint")}
						optional
					/>
					<TextArea {...field("address")} label={words("form.address")} rows={3} optional />
					<TextField {...field("email")} type="email" label={words("form.email")} optional />
					<TextArea {...field("text")} label={t("enter.text")} hint={t("enter.textHint")} rows={10} optional />
					<FileField
						name="files"
						label={t("enter.files")}
						hint={words("form.filesHint")}
						accept="application/pdf,image/jpeg,image/png,image/webp"
						error={at("files")}
						multiple
						optional
					/>
					<Button>{t("enter.save")}</Button>
				</Form>
			)}
		</>
	);
}
