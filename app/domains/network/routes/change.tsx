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
import { changeParty } from "../commands/keep-party.server";
import { organisationForm, personForm, revisionForm } from "../forms";
import { messages } from "../messages";
import { organisationFrom, personFrom } from "../party-input.server";
import { partyMessages } from "../party-messages";
import { changePartyForm } from "../queries/party-form.server";
import { staffMessages } from "../staff-messages";
import { PartyFields } from "../ui/party-fields";
import type { Route } from "./+types/change";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	...(await changePartyForm(world, params)),
	kept: await keptForm(world, request),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { party, kind, place } = await changePartyForm(world, params);
	const fields = await formFields(request);
	const revision = revisionForm.parse({ revision: fields.get("revision") }).revision;
	const form =
		kind === "PERSON" ? readFields(request, fields, personForm) : readFields(request, fields, organisationForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const input = "familyName" in form.value ? personFrom(form.value) : organisationFrom(form.value);
	const outcome = await changeParty(world, { id: party.id, revision, input });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${place.slug}/verwaltung/netzwerk/akteur/${party.id}?gespeichert`);
});

/** What is said of a party is changed. */
export default function Change({ loaderData, actionData }: Route.ComponentProps) {
	const { place, kind, party, values: stored, kept, today: _, ...choices } = loaderData;
	const t = useText(partyMessages);
	const staff = useText(staffMessages);
	const problems = useProblems(messages, actionData?.refusals);
	const values: Typed = actionData?.typed ?? kept ?? stored;
	const list = `/o/${place.slug}/verwaltung/netzwerk`;
	const title = t("form.change", { name: party.name });
	return (
		<>
			<title>{`${title} – ${place.name}`}</title>
			<WorkCrumbs
				place={place}
				entries={[
					{ label: staff("list.title"), href: list },
					{ label: party.name, href: `${list}/akteur/${party.id}` },
					{ label: t("party.edit") },
				]}
			/>
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={title} />
			<Form hidden={{ revision: String(party.revision) }}>
				<PartyFields kind={kind} values={values} problems={problems} {...choices} />
				<Button>{t("form.save")}</Button>
			</Form>
		</>
	);
}
