import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { PhoneLink } from "~/design/phone-link";
import { useProblems } from "~/design/problems";
import { SummaryList } from "~/design/summary-list";
import { TextArea } from "~/design/text-area";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { objectForm } from "../forms";
import { messages } from "../messages";
import { peopleMessages } from "../people/messages";
import { objectionPage } from "../people/pages.server";
import { objectByLink } from "../people/rights.server";
import { textIn } from "../ui/typed";
import type { Route } from "./+types/object";

export const loader = conduct(({ world, params }: Route.LoaderArgs & { world: World }) =>
	objectionPage(world, params.token),
);

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, objectForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await objectByLink(world, { token: params.token, text: form.value.text });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/netzwerk/widerspruch/${params.token}`);
});

/** What somebody reads whom others entered: what is kept about them, and how to object. */
export default function ObjectPage({ loaderData: entry, actionData }: Route.ComponentProps) {
	const t = useText(peopleMessages);
	const say = useText(messages);
	const { dateLong } = useFormat();
	const problems = useProblems(messages, actionData?.refusals);
	const title = t("objection.title", { owner: entry.owner });
	const rests = entry.basis === "CONSENT";
	return (
		<>
			<title>{title}</title>
			<ErrorSummary errors={problems.errors} />
			{entry.objectedAt && !actionData && (
				<Alert tone="success" title={rests ? t("objection.consentDone") : t("objection.done")} live>
					<p>
						{entry.answer ? t("objection.answered") : rests ? t("objection.consentDoneText") : t("objection.doneText")}
					</p>
				</Alert>
			)}
			<PageTitle title={title} lead={t("objection.lead")} />
			<Section id="gespeichert" title={t("objection.facts")}>
				<SummaryList
					rows={[
						{ term: t("objection.name"), value: entry.name },
						{ term: t("objection.email"), value: entry.email ?? "–" },
						{ term: t("objection.purpose"), value: entry.purpose },
						{ term: t("objection.basis"), value: say(`bases.${entry.basis}`) },
						{ term: t("objection.source"), value: entry.source },
						...(entry.keepUntil ? [{ term: t("objection.until"), value: dateLong(entry.keepUntil) }] : []),
					]}
				/>
				{entry.phone && (
					<p>
						{t("objection.phone")} <PhoneLink number={entry.phone} />
					</p>
				)}
			</Section>
			{!entry.objectedAt && (
				<Section
					id="widersprechen"
					title={rests ? t("objection.consentTitle") : t("objection.formTitle")}
					intro={rests ? t("objection.consentText") : t("objection.formText")}
				>
					<Form>
						<TextArea
							name="text"
							label={t("objection.reason")}
							hint={t("objection.reasonHint")}
							rows={4}
							maxLength={4000}
							value={textIn(actionData?.typed ?? {}, "text")}
							error={problems.at("text")}
							optional
						/>
						<Button>{rests ? t("objection.consentSubmit") : t("objection.submit")}</Button>
					</Form>
				</Section>
			)}
			{entry.answer && (
				<Section id="antwort" title={t("objection.answered")}>
					<p>{entry.answer}</p>
				</Section>
			)}
		</>
	);
}
