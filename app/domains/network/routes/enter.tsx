import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm, type Typed } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { enterParty } from "../commands/keep-party.server";
import { organisationForm, personForm } from "../forms";
import { messages } from "../messages";
import { organisationFrom, personFrom } from "../party-input.server";
import { partyMessages } from "../party-messages";
import { partyForm } from "../queries/party-form.server";
import { staffMessages } from "../staff-messages";
import { PartyFields } from "../ui/party-fields";
import type { PartyKind } from "../vocabulary";
import type { Route } from "./+types/enter";

function kindIn(text: string): PartyKind {
	if (text === "person") return "PERSON";
	if (text === "organisation") return "ORGANISATION";
	throw new NotFound();
}

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	...(await partyForm(world, params.place, kindIn(params.kind))),
	kept: await keptForm(world, request),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const kind = kindIn(params.kind);
	const { place } = await partyForm(world, params.place, kind);
	const here = `/o/${place.slug}/verwaltung/netzwerk`;
	const form = kind === "PERSON" ? await readForm(request, personForm) : await readForm(request, organisationForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const input = "familyName" in form.value ? personFrom(form.value) : organisationFrom(form.value);
	const outcome = await enterParty(world, { ownerId: place.ownerId, input });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`${here}/akteur/${outcome.value.id}?eingetragen`);
});

/** A person or an organisation is entered into the network. */
export default function Enter({ loaderData, actionData }: Route.ComponentProps) {
	const { place, kind, today, kept, ...choices } = loaderData;
	const t = useText(partyMessages);
	const staff = useText(staffMessages);
	const problems = useProblems(messages, actionData?.refusals);
	const inThreeYears = `${Number(today.slice(0, 4)) + 3}-12-31`;
	const usual: Typed = { purpose: t("form.usualPurpose"), basis: "TASK", visibility: "STAFF", keepUntil: inThreeYears };
	const values = actionData?.typed ?? kept ?? usual;
	const title = t(kind === "PERSON" ? "form.newPerson" : "form.newOrganisation");
	return (
		<>
			<title>{`${title} – ${place.name}`}</title>
			<WorkCrumbs
				place={place}
				entries={[{ label: staff("list.title"), href: `/o/${place.slug}/verwaltung/netzwerk` }, { label: title }]}
			/>
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={title} />
			<Form draftKey={`network:${place.slug}:${kind}`}>
				<PartyFields kind={kind} values={values} problems={problems} {...choices} />
				<Button>{t("form.enter")}</Button>
			</Form>
		</>
	);
}
