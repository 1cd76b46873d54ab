import { Alert } from "~/design/alert";
import { Button, LinkButton } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { useProblems } from "~/design/problems";
import { SummaryList } from "~/design/summary-list";
import { TextField } from "~/design/text-field";
import { LocalDate } from "~/design/time";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields, type Typed } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import {
	answerOfArchive,
	editRecord,
	endHold,
	holdLegally,
	offerToArchive,
	removeAgreement,
} from "../commands/record.server";
import { answerForm, holdForm, recordForm } from "../forms";
import { recordPage } from "../queries/record.server";
import { recordMessages } from "../record-messages";
import { AfterFrame } from "../ui/after-frame";
import type { Route } from "./+types/record";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	...(await recordPage(world, params.code)),
	saved: new URL(request.url).searchParams.has("saved"),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { code } = params;
	const back = onward(`/vereinbarungen/${code}/akte?saved`);
	const fields = await formFields(request);
	const act = fields.get("act");
	if (act === "hold") {
		const form = readFields(request, fields, holdForm);
		if (!form.valid) return again(form.typed, form.refusals);
		const outcome = await holdLegally(world, { code, reason: form.value.reason });
		return outcome.done ? back : again({ ...form.typed, act }, outcome.refusals);
	}
	if (act === "answer") {
		const form = readFields(request, fields, answerForm);
		if (!form.valid) return again({ ...form.typed, act }, form.refusals);
		const outcome = await answerOfArchive(world, { code, answer: form.value.answer });
		return outcome.done ? back : again({ ...form.typed, act }, outcome.refusals);
	}
	if (act === "release" || act === "offer" || act === "remove") {
		const acts = { release: endHold, offer: offerToArchive, remove: removeAgreement };
		const outcome = await acts[act](world, { code });
		if (!outcome.done) return again({ act }, outcome.refusals);
		return act === "remove" ? onward("/vereinbarungen") : back;
	}
	const form = readFields(request, fields, recordForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await editRecord(world, { code, ...form.value });
	return outcome.done ? back : again(form.typed, outcome.refusals);
});

const formIds: Record<string, string> = { hold: "sperre", answer: "antwort", offer: "anbieten", remove: "schliessen" };

export default function RecordPage({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(recordMessages);
	const problems = useProblems(recordMessages, actionData?.refusals);
	const typed: Typed = actionData?.typed ?? {};
	const act = typed.act?.toString();
	const text = (name: string) => (act ? undefined : typed[name]?.toString());
	return (
		<AfterFrame
			page={page}
			title={t("title")}
			lead={t("lead")}
			errors={problems.errors}
			form={act ? formIds[act] : "angaben"}
			notice={page.saved ? t("saved") : null}
		>
			{page.concluded && (
				<>
					<p>{t("exportText")}</p>
					<LinkButton href={`/vereinbarungen/${page.code}/akte.zip`} download>
						{t("export")}
					</LinkButton>
				</>
			)}
			<SummaryList
				rows={[
					...(page.fileNumber ? [{ term: t("fileNumber"), value: page.fileNumber }] : []),
					{ term: t("kept"), value: page.keptUntil ? <LocalDate value={page.keptUntil} /> : t("keptOpen") },
				]}
			/>
			{page.mayKeep && (
				<>
					<Form id="angaben">
						<TextField
							name="fileNumber"
							optional
							label={t("fileNumber")}
							hint={t("fileNumberHint")}
							value={text("fileNumber") ?? page.fileNumber}
							error={problems.at("fileNumber")}
						/>
						<DateField
							name="boundUntil"
							optional
							label={t("boundUntil")}
							value={text("boundUntil") ?? page.boundUntil ?? ""}
							error={problems.at("boundUntil")}
						/>
						<DateField
							name="keepUntil"
							optional
							label={t("keepUntil")}
							hint={t("keepHint")}
							value={text("keepUntil") ?? page.keepUntil ?? ""}
							error={problems.at("keepUntil")}
						/>
						<Button>{t("save")}</Button>
					</Form>
					<Keeping page={page} problems={problems} typed={typed} />
				</>
			)}
		</AfterFrame>
	);
}

function Keeping({
	page,
	problems,
	typed,
}: {
	page: Route.ComponentProps["loaderData"];
	problems: ReturnType<typeof useProblems>;
	typed: Typed;
}) {
	const t = useText(recordMessages);
	const { date } = useFormat();
	return (
		<>
			<Section title={t("hold")} id="loeschsperre" intro={t("holdText")}>
				{page.hold ? (
					<>
						<Alert
							tone="warning"
							level={3}
							title={t("held", { day: date(page.hold.since), reason: page.hold.reason })}
						/>
						<Form inline hidden={{ act: "release" }}>
							<Button look="secondary">{t("end")}</Button>
						</Form>
					</>
				) : (
					<>
						<p>{t("notHeld")}</p>
						<Form id="sperre" hidden={{ act: "hold" }}>
							<TextField
								name="reason"
								label={t("reason")}
								value={typed.act === "hold" ? typed.reason?.toString() : undefined}
								error={problems.at("reason")}
							/>
							<Button look="secondary">{t("begin")}</Button>
						</Form>
					</>
				)}
			</Section>
			<Section title={t("removal")} id="archiv" intro={t("removalText")}>
				{page.refusal && (
					<p>{t(`refusals.${page.refusal.code}`, page.refusal.day ? { day: date(page.refusal.day) } : { day: "" })}</p>
				)}
				{page.answer ? (
					<p>{t(`answers.${page.answer.word}`, { day: date(page.answer.on) })}</p>
				) : page.offeredOn ? (
					<>
						<p>{t("offered", { day: date(page.offeredOn) })}</p>
						<Form id="antwort" hidden={{ act: "answer" }}>
							<RadioGroup
								name="answer"
								label={t("answerField")}
								error={problems.at("answer")}
								choices={(["taken", "declined"] as const).map((value) => ({ value, label: t(`answerWords.${value}`) }))}
							/>
							<Button look="secondary">{t("answer")}</Button>
						</Form>
					</>
				) : (
					page.refusal?.code === "archive-first" && (
						<Form inline id="anbieten" hidden={{ act: "offer" }}>
							<Button look="secondary">{t("offer")}</Button>
						</Form>
					)
				)}
				{page.refusal === null && (
					<Form id="schliessen" hidden={{ act: "remove" }}>
						<p>{t("removeText")}</p>
						<Button look="secondary">{t("remove")}</Button>
					</Form>
				)}
			</Section>
		</>
	);
}
