import { Alert } from "~/design/alert";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { Checkbox, CheckboxGroup } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
import { FileField } from "~/design/file-field";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { readUploadForm } from "~/domains/files/index.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { givenId } from "~/platform/http/given-id.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { stored as storedDay } from "../../day.server";
import { typedMany, typedText, typedTick } from "../../ui/typed";
import { bringInScan, checkScan } from "../commands/sign-on-paper.server";
import { checkScanForm, scanForm } from "../forms";
import { minutesPaperMessages } from "../paper-messages";
import { paperPage } from "../queries/paper-page.server";
import { ActFrame, writingPath } from "../ui/act-frame";
import { pathOf } from "../ui/wording";
import type { Route } from "./+types/sign-on-paper";

const scanLimits = { files: 1, fileBytes: 20_000_000, totalBytes: 21_000_000, kinds: ["pdf", "image"] as const };
const notices = ["sent", "accepted", "rejected"] as const;

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const query = new URL(request.url).searchParams;
	const page = await paperPage(world, { ...params, meeting: givenId(params.meeting) });
	return { ...page, notice: notices.find((name) => query.has(name)) ?? null, kept: await keptForm(world, request) };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	// Whoever may not see the page shall not fill the disk either.
	const page = await paperPage(world, { ...params, meeting: givenId(params.meeting) });
	const here = `${writingPath(page)}/papier`;
	if (!request.headers.get("content-type")?.startsWith("multipart/form-data")) {
		const form = await readForm(request, checkScanForm);
		if (!form.valid) return again(form.typed, form.refusals);
		const { verdict, signaturesComplete, ...seen } = form.value;
		const accepted = verdict === "accept";
		const outcome = await checkScan(world, {
			minutesId: page.id,
			...seen,
			accepted,
			signaturesComplete: signaturesComplete === "on",
		});
		if (!outcome.done) return again(form.typed, outcome.refusals);
		return onward(`${here}?${accepted ? "accepted" : "rejected"}`);
	}
	const form = await readUploadForm(request, scanForm, scanLimits);
	if (!form.valid) return again(form.typed, form.refusals);
	const [stored] = form.files;
	if (!stored) return again(form.typed, [{ code: "scan-missing", field: "scan" }]);
	const { roles, sha256, signedOn } = form.value;
	const outcome = await form.act(() =>
		bringInScan(world, { minutesId: page.id, sha256, roles, signedOn: storedDay(signedOn), stored }),
	);
	return outcome.done ? onward(`${here}?sent`) : again(form.typed, [...outcome.refusals, ...form.chooseAgain]);
});

/** Minutes signed by hand: print, sign, scan, upload; a second person checks the paper. */
export default function SignOnPaper({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(minutesPaperMessages);
	const { errors, at } = useProblems(minutesPaperMessages, actionData?.refusals);
	const typed = actionData?.typed ?? page.kept;
	const { waiting, isTime, missing } = page;
	return (
		<ActFrame of={page} title={t("title")} lead={t("lead")} errors={errors}>
			{page.notice && !actionData && <Alert tone="success" title={t(page.notice)} live />}
			{page.version && (
				<ButtonRow>
					<LinkButton look="secondary" href={`${pathOf(page)}/protokoll.pdf`}>
						{t("print", { number: String(page.version) })}
					</LinkButton>
				</ButtonRow>
			)}
			{!isTime && <Alert title={t("notYet")} />}
			{isTime && !waiting && missing.length === 0 && <Alert title={t("nothing")} />}
			{isTime && waiting && <Check page={page} waiting={waiting} typed={typed} at={at} />}
			{isTime && !waiting && missing.length > 0 && (
				<Section id="hochladen" title={t("upload")}>
					<Form files hidden={{ sha256: page.sha256 ?? "" }}>
						<CheckboxGroup
							name="roles"
							label={t("roles")}
							values={typed ? typedMany(typed, "roles") : [...missing]}
							choices={missing.map((role) => ({ value: role, label: t(`role.${role}`) }))}
							error={at("roles")}
						/>
						<FileField
							name="scan"
							accept="application/pdf,image/*"
							label={t("scan")}
							hint={t("scanHint")}
							error={at("scan")}
						/>
						<DateField
							name="signedOn"
							label={t("signedOn")}
							value={typedText(typed, "signedOn", page.today)}
							error={at("signedOn")}
						/>
						<Button>{t("send")}</Button>
					</Form>
				</Section>
			)}
		</ActFrame>
	);
}

type Loaded = Route.ComponentProps["loaderData"];

/** The second pair of eyes. */
function Check({
	page,
	waiting,
	typed,
	at,
}: {
	page: Loaded;
	waiting: NonNullable<Loaded["waiting"]>;
	typed: Parameters<typeof typedText>[0];
	at(field: string): string | undefined;
}) {
	const t = useText(minutesPaperMessages);
	const { dateTime } = useFormat();
	const roles = waiting.roles.map((role) => t(`role.${role}`)).join(", ");
	return (
		<Section id="pruefung" title={t("check", { roles })} intro={t("checkLead")}>
			<p>{t("broughtIn", { day: dateTime(waiting.at) })}</p>
			<ButtonRow>
				<LinkButton look="secondary" href={waiting.fileHref}>
					{t("open")}
				</LinkButton>
			</ButtonRow>
			{waiting.mine ? (
				<Alert title={t("own")} level={3}>
					<p>{t("ownLater")}</p>
				</Alert>
			) : !page.shownAgain ? (
				<>
					<p>{t("proofLead")}</p>
					<LinkButton href={`/anmelden/bestaetigen?weiter=${writingPath(page)}/papier`}>{t("proof")}</LinkButton>
				</>
			) : (
				<Form hidden={{ scanId: waiting.id }}>
					<TextField
						name="codeOnPaper"
						label={t("codeOnPaper")}
						hint={t("codeHint")}
						spellCheck={false}
						error={at("codeOnPaper")}
					/>
					<Checkbox
						name="signaturesComplete"
						label={t("signatures")}
						checked={typedTick(typed, "signaturesComplete", false)}
						error={at("signaturesComplete")}
					/>
					<TextField
						name="originalPlace"
						label={t("place")}
						hint={t("placeHint")}
						value={typedText(typed, "originalPlace")}
						error={at("originalPlace")}
					/>
					<TextField
						name="reason"
						optional
						label={t("reason")}
						value={typedText(typed, "reason")}
						error={at("reason")}
					/>
					<ButtonRow>
						<Button name="verdict" value="accept">
							{t("accept")}
						</Button>
						<Button name="verdict" value="reject" look="secondary">
							{t("reject")}
						</Button>
					</ButtonRow>
				</Form>
			)}
		</Section>
	);
}
