import { z } from "zod";
import { Alert } from "~/design/alert";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { Checkbox } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { Period } from "~/design/time";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { endTie, reopenTie, withdrawTie } from "../commands/ties.server";
import { endTieForm, reopenTieForm, withdrawTieForm } from "../forms";
import { messages } from "../messages";
import { partyMessages } from "../party-messages";
import { tiePage } from "../queries/tie-page.server";
import { staffMessages } from "../staff-messages";
import { tieMessages } from "../tie-messages";
import { TieHistory } from "../ui/tie-history";
import { textIn } from "../ui/typed";
import type { Route } from "./+types/tie";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	...(await tiePage(world, params)),
	saved: new URL(request.url).searchParams.has("gespeichert"),
}));

const actOf = z.enum(["end", "reopen", "withdraw"]);

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { tie, place } = await tiePage(world, params);
	const fields = await formFields(request);
	const act = actOf.parse(fields.get("act"));
	const back = () => onward(`/o/${place.slug}/verwaltung/netzwerk/akteur/${tie.from.id}?gespeichert`);
	if (act === "end") {
		const form = readFields(request, fields, endTieForm);
		if (!form.valid) return again(form.typed, form.refusals);
		const outcome = await endTie(world, { id: tie.id, ...form.value });
		return outcome.done ? back() : again(form.typed, outcome.refusals);
	}
	if (act === "reopen") {
		const form = readFields(request, fields, reopenTieForm);
		if (!form.valid) return again(form.typed, form.refusals);
		const outcome = await reopenTie(world, { id: tie.id, ...form.value });
		return outcome.done ? back() : again(form.typed, outcome.refusals);
	}
	const form = readFields(request, fields, withdrawTieForm);
	if (!form.valid) return again(form.typed, form.refusals);
	await withdrawTie(world, { id: tie.id });
	return back();
});

/** One tie: it ends, begins anew, or was a mistake. */
export default function Tie({ loaderData: { place, tie, today, history, saved }, actionData }: Route.ComponentProps) {
	const t = useText(tieMessages);
	const sayParty = useText(partyMessages);
	const staff = useText(staffMessages);
	const problems = useProblems(messages, actionData?.refusals);
	const typed = actionData?.typed ?? {};
	const list = `/o/${place.slug}/verwaltung/netzwerk`;
	const reads = t("tie.reads", { from: tie.from.name, label: tie.forward, to: tie.to.name });
	return (
		<>
			<title>{`${reads} – ${place.name}`}</title>
			<WorkCrumbs
				place={place}
				entries={[
					{ label: staff("list.title"), href: list },
					{ label: tie.from.name, href: `${list}/akteur/${tie.from.id}` },
					{ label: t("tie.title") },
				]}
			/>
			{saved && !actionData && <Alert tone="success" title={sayParty("party.saved")} live />}
			<ErrorSummary errors={problems.errors} />
			<PageTitle
				title={reads}
				above={tie.role || undefined}
				lead={t("tie.reads", { from: tie.to.name, label: tie.backward, to: tie.from.name })}
			>
				<ButtonRow>
					<LinkButton href={`${list}/verbindung/${tie.id}/angaben`}>{t("tie.amend")}</LinkButton>
				</ButtonRow>
			</PageTitle>
			<p>
				<Period from={tie.since} until={tie.lastDay ?? undefined} /> · {tie.source}
			</p>
			<Section id="beenden" title={t("tie.end")} intro={t("tie.endText")}>
				<Form id="ende" hidden={{ act: "end" }}>
					<DateField
						name="lastDay"
						label={t("tie.endLast")}
						value={textIn(typed, "lastDay") || today}
						error={problems.at("lastDay")}
					/>
					<Button look="secondary">{t("tie.endSubmit")}</Button>
				</Form>
			</Section>
			{tie.ended && (
				<Section id="wieder" title={t("tie.reopen")} intro={t("tie.reopenText")}>
					<Form id="wieder-form" hidden={{ act: "reopen" }}>
						<DateField
							name="firstDay"
							label={t("tie.reopenFirst")}
							value={textIn(typed, "firstDay") || today}
							error={problems.at("firstDay")}
						/>
						<TextField
							name="source"
							label={sayParty("form.source")}
							value={textIn(typed, "source")}
							error={problems.at("source")}
							maxLength={200}
						/>
						<Button look="secondary">{t("tie.reopenSubmit")}</Button>
					</Form>
				</Section>
			)}
			<Section id="verlauf" title={t("tie.history")}>
				<TieHistory entries={history} />
			</Section>
			<Section id="irrtum" title={t("tie.withdraw")} intro={t("tie.withdrawText")}>
				<Form id="irrtum-form" hidden={{ act: "withdraw" }}>
					<Checkbox name="really" label={t("tie.withdrawTick")} error={problems.at("really")} />
					<Button look="danger">{t("tie.withdrawSubmit")}</Button>
				</Form>
			</Section>
		</>
	);
}
