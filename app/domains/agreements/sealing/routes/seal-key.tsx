import { Alert } from "~/design/alert";
import { Button, LinkButton } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useFormat, useText } from "~/platform/i18n";
import { isFresh } from "~/platform/step-up";
import type { World } from "~/platform/world.server";
import { sealKeyForm } from "../../forms";
import { confirmSealKey } from "../commands/confirm-seal-key.server";
import { sealKeyPage } from "../queries/seal-key.server";
import { sealKeyMessages } from "../seal-key-messages";
import { Certificates } from "../ui/certificates";
import type { Route } from "./+types/seal-key";

const here = "/betrieb/pruefvermerk";

export const loader = conduct(async ({ world, request }: Route.LoaderArgs & { world: World }) => ({
	...(await sealKeyPage(world)),
	shownAgain: world.actor.kind === "person" && isFresh(world.actor.steppedUpAt, world.now),
	renewed: new URL(request.url).searchParams.has("erneuert"),
	kept: await keptForm(world, request),
}));

export const action = conduct(async ({ world, request }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, sealKeyForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await confirmSealKey(world, form.value);
	return outcome.done ? onward(`${here}?erneuert`) : again(form.typed, outcome.refusals);
});

type Page = Route.ComponentProps["loaderData"];

/** The key of the seal: whether it is there, and what to do when it is not. */
export default function SealKey({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(sealKeyMessages);
	const { date } = useFormat();
	const problems = useProblems(sealKeyMessages, actionData?.refusals);
	const reason = (actionData?.typed ?? page.kept)?.reason?.toString();
	const { change } = page;
	return (
		<>
			<title>{`${t("title")} – Gemeinwerk`}</title>
			{page.renewed && !page.missing && <Alert tone="success" title={t("renewed")} live />}
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("title")} lead={t("lead")} />
			{page.missing && (
				<Alert tone="danger" title={t("missing")}>
					<p>{t("missingText", { file: page.file, count: page.waiting })}</p>
				</Alert>
			)}
			{page.validTo && <p>{t("there", { day: date(new Date(page.validTo)) })}</p>}
			{change && (
				<p>{t("changed", { day: date(new Date(change.at)), who: change.by ?? t("erased"), reason: change.reason })}</p>
			)}
			{page.missing && <WaysOut page={page} reason={reason} error={problems.at("reason")} />}
			<Section title={t("certificates")} id="zertifikate">
				<Certificates certificates={page.certificates} />
			</Section>
		</>
	);
}

function WaysOut({ page, reason, error }: { page: Page; reason: string | undefined; error: string | undefined }) {
	const t = useText(sealKeyMessages);
	return (
		<>
			<Section title={t("restore")} id="zurueckholen">
				<p>{t("restoreText", { file: page.file })}</p>
			</Section>
			<Section title={t("renew")} id="neu">
				<p>{t("renewText")}</p>
				{page.shownAgain ? (
					<Form>
						<TextField name="reason" label={t("reason")} hint={t("reasonHint")} value={reason} error={error} />
						<Button>{t("button")}</Button>
					</Form>
				) : (
					<>
						<p>{t("proof")}</p>
						<LinkButton href={`/anmelden/bestaetigen?weiter=${here}`} look="secondary">
							{t("proofButton")}
						</LinkButton>
					</>
				)}
			</Section>
		</>
	);
}
