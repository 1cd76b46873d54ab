import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { DateField } from "~/design/date-field";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { SummaryList } from "~/design/summary-list";
import { TextArea } from "~/design/text-area";
import { LocalDate } from "~/design/time";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { decisionOf } from "../../on-behalf/forms";
import { DecisionFields } from "../../on-behalf/ui/decision-fields";
import { GivenWords } from "../../on-behalf/ui/given-words";
import { confirmHandover, prepareHandover } from "../commands/handover.server";
import { confirmHandoverForm, handoverForm } from "../forms";
import { obligationMessages } from "../obligation-messages";
import { handoverPage } from "../queries/handover.server";
import { AfterFrame } from "../ui/after-frame";
import type { Route } from "./+types/handover";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const query = new URL(request.url).searchParams;
	return {
		...(await handoverPage(world, params.code)),
		notice: (["saved", "done"] as const).find((name) => query.has(name)) ?? null,
		kept: await keptForm(world, request),
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { code } = params;
	const here = `/vereinbarungen/${code}/uebergabe`;
	await handoverPage(world, code);
	const fields = await formFields(request);
	if (fields.get("act") === "confirm") {
		const form = readFields(request, fields, confirmHandoverForm);
		if (!form.valid) return again(form.typed, form.refusals);
		const outcome = await confirmHandover(world, { code, note: form.value.note, decision: decisionOf(form.value) });
		return outcome.done ? onward(`${here}?done`) : again(form.typed, outcome.refusals);
	}
	const form = readFields(request, fields, handoverForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { items, ...given } = form.value;
	const outcome = await prepareHandover(world, { code, ...given, items: items.split("\n") });
	return outcome.done ? onward(`${here}?saved`) : again(form.typed, outcome.refusals);
});

export default function Handover({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(obligationMessages);
	const { date } = useFormat();
	const problems = useProblems(obligationMessages, actionData?.refusals);
	const typed = actionData?.typed ?? page.kept ?? {};
	const { handover, may } = page;
	return (
		<AfterFrame
			page={page}
			title={t("handover.title")}
			lead={t("handover.lead")}
			errors={problems.errors}
			form={typed.act === "confirm" ? "bestaetigen" : "liste"}
			notice={page.notice && t(`handover.${page.notice}`)}
		>
			{page.overdue && page.pilotEnd && (
				<Alert tone="danger" title={t("handover.overdue", { day: date(page.pilotEnd) })} />
			)}
			{page.takers.length === 0 && <Alert title={t("handover.noTaker")} />}
			<SummaryList
				rows={[
					...(page.pilotEnd ? [{ term: t("handover.pilotEnd"), value: <LocalDate value={page.pilotEnd} /> }] : []),
					...(handover
						? [
								{ term: t("handover.taker"), value: handover.taker },
								{ term: t("handover.day"), value: <LocalDate value={handover.day} /> },
								{
									term: t("handover.items"),
									value: (
										<ul>
											{handover.items.map((item) => (
												<li key={item}>{item}</li>
											))}
										</ul>
									),
								},
								{
									term: t("state"),
									value: handover.confirmedOn
										? t("handover.confirmed", { party: handover.taker, day: date(handover.confirmedOn) })
										: t("handover.waits", { party: handover.taker }),
								},
								...(handover.note ? [{ term: t("handover.note"), value: handover.note }] : []),
							]
						: [{ term: t("state"), value: t("handover.none") }]),
				]}
			/>
			<GivenWords words={page.words} />
			{may.confirm && handover && (
				<Section title={t("handover.confirm")} id="uebernehmen">
					<p>{t("handover.confirmText", { party: handover.taker })}</p>
					<Form id="bestaetigen" hidden={{ act: "confirm" }}>
						<TextArea
							name="note"
							optional
							rows={3}
							label={t("handover.note")}
							hint={t("handover.noteHint")}
							value={typed.note?.toString()}
							error={problems.at("note")}
						/>
						{page.byDecision && <DecisionFields typed={typed} at={problems.at} />}
						<Button>{t("handover.confirmButton")}</Button>
					</Form>
				</Section>
			)}
			{may.prepare && (
				<Section title={t("handover.prepare")} id="vorbereiten">
					<Form id="liste">
						<Select
							name="takerId"
							label={t("handover.taker")}
							value={typed.takerId?.toString() ?? handover?.takerId ?? page.takers[0]?.id}
							error={problems.at("takerId")}
							options={page.takers.map(({ id, name }) => ({ value: id, label: name }))}
						/>
						<DateField
							name="day"
							label={t("handover.day")}
							value={typed.day?.toString() ?? handover?.day ?? page.pilotEnd ?? ""}
							error={problems.at("day")}
						/>
						<TextArea
							name="items"
							rows={6}
							label={t("handover.items")}
							hint={t("handover.itemsHint")}
							value={typed.items?.toString() ?? (handover?.items ?? page.proposed).join("\n")}
							error={problems.at("items")}
						/>
						<Button>{t("handover.save")}</Button>
					</Form>
				</Section>
			)}
		</AfterFrame>
	);
}
