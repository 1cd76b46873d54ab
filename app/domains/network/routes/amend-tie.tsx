import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields, type Typed } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { amendTie } from "../commands/amend-tie.server";
import { amendTieForm, revisionForm } from "../forms";
import { messages } from "../messages";
import { namedParties } from "../queries/named-parties.server";
import { tiePage } from "../queries/tie-page.server";
import { staffMessages } from "../staff-messages";
import { tieMessages } from "../tie-messages";
import { TieFields } from "../ui/tie-fields";
import type { Route } from "./+types/amend-tie";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	...(await tiePage(world, params)),
	kept: await keptForm(world, request),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { tie, place, unseen } = await tiePage(world, params);
	const fields = await formFields(request);
	const { revision } = revisionForm.parse({ revision: fields.get("revision") });
	const form = readFields(request, fields, amendTieForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { onBehalfOf, substituteFor, ...said } = form.value;
	const named = await namedParties(world, place.ownerId, { onBehalfOf, substituteFor });
	if (!named.done) return again(form.typed, named.refusals);
	const onBehalfOfId = named.value.onBehalfOfId ?? unseen.onBehalfOfId;
	const substituteForId = named.value.substituteForId ?? unseen.substituteForId;
	const outcome = await amendTie(world, { id: tie.id, revision, input: { ...said, onBehalfOfId, substituteForId } });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${place.slug}/verwaltung/netzwerk/verbindung/${tie.id}?gespeichert`);
});

/** What is said of a tie is put right. */
export default function AmendTie({
	loaderData: { place, tie, values: stored, kept },
	actionData,
}: Route.ComponentProps) {
	const t = useText(tieMessages);
	const staff = useText(staffMessages);
	const problems = useProblems(messages, actionData?.refusals);
	const values: Typed = actionData?.typed ?? kept ?? stored;
	const list = `/o/${place.slug}/verwaltung/netzwerk`;
	const reads = t("tie.reads", { from: tie.from.name, label: tie.forward, to: tie.to.name });
	return (
		<>
			<title>{`${t("tie.amendTitle")}: ${reads} – ${place.name}`}</title>
			<WorkCrumbs
				place={place}
				entries={[
					{ label: staff("list.title"), href: list },
					{ label: tie.from.name, href: `${list}/akteur/${tie.from.id}` },
					{ label: t("tie.title"), href: `${list}/verbindung/${tie.id}` },
					{ label: t("tie.amend") },
				]}
			/>
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("tie.amendTitle")} lead={t("tie.amendLead", { reads })} />
			<Form hidden={{ revision: String(tie.revision) }}>
				<TieFields values={values} problems={problems} />
				<Button>{t("tie.amendSubmit")}</Button>
			</Form>
		</>
	);
}
