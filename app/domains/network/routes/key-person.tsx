import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { DateField } from "~/design/date-field";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { TextArea } from "~/design/text-area";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm, type Typed } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { markKeyPerson } from "../commands/key-persons.server";
import { keyPersonForm as form } from "../forms";
import { messages } from "../messages";
import { partyMessages } from "../party-messages";
import { partyPage } from "../queries/party-page.server";
import { keyPersonForm } from "../queries/tie-form.server";
import { staffMessages } from "../staff-messages";
import { FactFields } from "../ui/fact-fields";
import { textIn } from "../ui/typed";
import type { Route } from "./+types/key-person";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { ties } = await partyPage(world, params, null);
	return {
		...(await keyPersonForm(world, params)),
		ties: ties
			.filter(({ inForce }) => inForce)
			.map(({ id, label, other, role }) => ({ value: id, label: `${label} ${other.name}${role ? ` (${role})` : ""}` })),
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { party, place } = await keyPersonForm(world, params);
	const read = await readForm(request, form);
	if (!read.valid) return again(read.typed, read.refusals);
	const { tie: tieId, topic: topicId, area: areaId, ...rest } = read.value;
	const outcome = await markKeyPerson(world, { ...rest, partyId: party.id, tieId, topicId, areaId });
	if (!outcome.done) return again(read.typed, outcome.refusals);
	return onward(`/o/${place.slug}/verwaltung/netzwerk/akteur/${party.id}?gespeichert`);
});

/** A person is marked as key person in one of their functions. */
export default function KeyPerson({ loaderData, actionData }: Route.ComponentProps) {
	const { place, party, ties, topics, areas, nextYear } = loaderData;
	const t = useText(partyMessages);
	const staff = useText(staffMessages);
	const problems = useProblems(messages, actionData?.refusals);
	const usual: Typed = { purpose: party.purpose, visibility: party.visibility, reviewOn: nextYear };
	const values = actionData?.typed ?? usual;
	const field = (name: string) => ({ name, value: textIn(values, name), error: problems.at(name) });
	const list = `/o/${place.slug}/verwaltung/netzwerk`;
	const title = t("marks.formTitle", { name: party.name });
	return (
		<>
			<title>{`${title} – ${place.name}`}</title>
			<WorkCrumbs
				place={place}
				entries={[
					{ label: staff("list.title"), href: list },
					{ label: party.name, href: `${list}/akteur/${party.id}` },
					{ label: t("marks.title") },
				]}
			/>
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={title} lead={t("marks.formLead")} />
			{ties.length === 0 ? (
				<Alert title={t("marks.noTie")} />
			) : (
				<Form>
					<Select {...field("tie")} label={t("marks.tie")} options={ties} />
					<Select {...field("topic")} label={t("marks.topic")} optional empty="–" options={topics} />
					<Select {...field("area")} label={t("marks.area")} optional empty="–" options={areas} />
					<TextArea {...field("why")} label={t("marks.whyLabel")} hint={t("marks.whyHint")} rows={3} maxLength={600} />
					<FactFields values={values} problems={problems} withBasis={false} />
					<DateField {...field("reviewOn")} label={t("marks.review")} />
					<Button>{t("marks.submit")}</Button>
				</Form>
			)}
		</>
	);
}
