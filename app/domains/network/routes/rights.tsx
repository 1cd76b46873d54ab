import { z } from "zod";
import { Alert } from "~/design/alert";
import { Button, LinkButton } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { decideForm, informForm, objectForm } from "../forms";
import { messages } from "../messages";
import { peopleMessages } from "../people/messages";
import { rightsPage } from "../people/pages.server";
import { informByMail, recordInformed, recordObjection, refuseObjection } from "../people/rights.server";
import { staffMessages } from "../staff-messages";
import { textIn } from "../ui/typed";
import type { Route } from "./+types/rights";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	...(await rightsPage(world, params)),
	saved: new URL(request.url).searchParams.has("gespeichert"),
}));

const actOf = z.enum(["mail", "informed", "object", "refuse"]);

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { party, place } = await rightsPage(world, params);
	const { id } = party;
	const fields = await formFields(request);
	const act = actOf.parse(fields.get("act"));
	const saved = () => onward(`/o/${place.slug}/verwaltung/netzwerk/akteur/${id}/rechte?gespeichert`);
	if (act === "mail") {
		const outcome = await informByMail(world, { id });
		return outcome.done ? saved() : again({}, outcome.refusals);
	}
	if (act === "informed") {
		const form = readFields(request, fields, informForm);
		if (!form.valid) return again(form.typed, form.refusals);
		const outcome = await recordInformed(world, { id, ...form.value });
		return outcome.done ? saved() : again(form.typed, outcome.refusals);
	}
	if (act === "object") {
		const form = readFields(request, fields, objectForm);
		if (!form.valid) return again(form.typed, form.refusals);
		const outcome = await recordObjection(world, { id, text: form.value.text });
		if (!outcome.done) return again(form.typed, outcome.refusals);
		// Who does not decide on it no longer sees the entry.
		const { slug } = place;
		return onward(`/o/${slug}/verwaltung/netzwerk/menschen`);
	}
	const form = readFields(request, fields, decideForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await refuseObjection(world, { id, answer: form.value.answer });
	return outcome.done ? saved() : again(form.typed, outcome.refusals);
});

/** What a person has a right to: to be told, to know, to object, to be forgotten. */
export default function Rights({
	loaderData: { place, party, mayAnswer, today, saved },
	actionData,
}: Route.ComponentProps) {
	const t = useText(peopleMessages);
	const staff = useText(staffMessages);
	const problems = useProblems(messages, actionData?.refusals);
	const { dateLong } = useFormat();
	const typed = actionData?.typed ?? {};
	const list = `/o/${place.slug}/verwaltung/netzwerk`;
	const here = `${list}/akteur/${party.id}`;
	const title = t("page.rights", { name: party.name });
	return (
		<>
			<title>{`${title} – ${place.name}`}</title>
			<WorkCrumbs
				place={place}
				entries={[
					{ label: staff("list.title"), href: list },
					{ label: party.name, href: here },
					{ label: t("page.rightsTitle") },
				]}
			/>
			{saved && !actionData && <Alert tone="success" title={t("page.saved")} live />}
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={title} />
			<Section id="information" title={t("page.toldTitle")}>
				{party.informedOn && party.informedHow ? (
					<p>{t("page.told", { date: dateLong(party.informedOn), how: t(`page.how.${party.informedHow}`) })}</p>
				) : (
					<>
						{party.email && (
							<Form id="mail" hidden={{ act: "mail" }} inline>
								<Button>{t("page.inform")}</Button>
							</Form>
						)}
						<Form id="anders" hidden={{ act: "informed" }}>
							<RadioGroup
								name="how"
								label={t("page.howLabel")}
								value={textIn(typed, "how")}
								error={problems.at("how")}
								choices={(["letter", "talk", "known"] as const).map((value) => ({
									value,
									label: t(`page.how.${value}`),
								}))}
							/>
							<DateField
								name="on"
								label={t("page.onLabel")}
								value={textIn(typed, "on") || today}
								error={problems.at("on")}
							/>
							<Button look="secondary">{t("page.record")}</Button>
						</Form>
					</>
				)}
			</Section>
			<Section id="widerspruch" title={t("page.objectionTitle")}>
				{party.objectedAt ? (
					<>
						<p>{t("page.objected", { date: dateLong(party.objectedAt) })}</p>
						<blockquote>{party.objection ?? t("page.noReason")}</blockquote>
						{party.answeredAt ? (
							<>
								<p>{t("page.refused", { date: dateLong(party.answeredAt) })}</p>
								<blockquote>{party.answer}</blockquote>
							</>
						) : party.basis === "CONSENT" ? (
							<p>{t("page.withdrawn")}</p>
						) : (
							mayAnswer && (
								<>
									<p>{t("page.follow")}</p>
									<Form id="ablehnen" hidden={{ act: "refuse" }}>
										<TextArea
											name="answer"
											label={t("page.answerLabel")}
											hint={t("page.answerHint")}
											rows={4}
											value={textIn(typed, "answer")}
											error={problems.at("answer")}
										/>
										<Button look="secondary">{t("page.refuse")}</Button>
									</Form>
								</>
							)
						)}
					</>
				) : (
					<>
						<p>{t("page.noObjection")}</p>
						<Form id="widersprechen" hidden={{ act: "object" }}>
							<TextArea
								name="text"
								label={t("page.objectionText")}
								rows={3}
								value={textIn(typed, "text")}
								error={problems.at("text")}
								optional
							/>
							<Button look="secondary">{t("page.recordObjection")}</Button>
						</Form>
					</>
				)}
			</Section>
			{mayAnswer ? (
				<>
					<Section id="auskunft" title={t("page.accessTitle")} intro={t("page.accessText")}>
						<Form id="auskunft-lesen" action={`${here}/auskunft/lesen`} inline>
							<Button look="secondary">{t("page.accessRead")}</Button>
						</Form>
						<Form id="auskunft-form" action={`${here}/auskunft`} inline>
							<Button look="secondary">{t("page.access")}</Button>
						</Form>
					</Section>
					<Section
						id="loeschen"
						title={t("page.eraseTitle")}
						intro={party.keepUntil ? t("page.until", { date: dateLong(party.keepUntil) }) : undefined}
					>
						<LinkButton href={`${here}/loeschen`} look="secondary">
							{t("page.erase")}
						</LinkButton>
					</Section>
				</>
			) : (
				<p>{t("page.only")}</p>
			)}
		</>
	);
}
