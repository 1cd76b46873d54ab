import { z } from "zod";
import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { WorkCrumbs } from "~/domains/organisations";
import { isDay } from "~/platform/day";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { confirmParties } from "../commands/confirm.server";
import { reviewKeyPerson } from "../commands/key-persons.server";
import { addNote, mention, removeNote, unmention } from "../commands/notes.server";
import { keyPersonActForm, mentionForm, noteForm, removeForm } from "../forms";
import { messages } from "../messages";
import { partyMessages } from "../party-messages";
import { findParty } from "../queries/find-party.server";
import { partyPage } from "../queries/party-page.server";
import { keepersPlace } from "../queries/place-of-network.server";
import { findParties } from "../queries/tie-form.server";
import { staffMessages } from "../staff-messages";
import { PartyFacts } from "../ui/party-facts";
import { PartyMarks } from "../ui/party-marks";
import { PartyNotes } from "../ui/party-notes";
import { PartyTies } from "../ui/party-ties";
import type { Route } from "./+types/party";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const query = new URL(request.url).searchParams;
	const given = query.get("tag") ?? "";
	const page = await partyPage(world, params, isDay(given) ? given : null);
	const told = query.has("eingetragen") ? ("entered2" as const) : query.has("gespeichert") ? ("saved" as const) : null;
	const alike = query.has("eingetragen") ? await findParties(world, page.place.ownerId, page.party.name) : [];
	const others = alike.filter(({ id, kind }) => id !== page.party.id && kind === page.party.kind).slice(0, 5);
	return { ...page, told, others };
});

const actOf = z.enum(["confirm", "note", "remove-note", "mention", "unmention", "review", "end-mark"]);

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { ownerId, slug } = await keepersPlace(world, params.place);
	const { id } = await findParty(world, ownerId, params.party);
	const fields = await formFields(request);
	const act = actOf.parse(fields.get("act"));
	const saved = () => onward(`/o/${slug}/verwaltung/netzwerk/akteur/${id}?gespeichert`);
	if (act === "confirm") {
		const outcome = await confirmParties(world, { ownerId, partyIds: [id] });
		return outcome.done ? saved() : again({}, outcome.refusals);
	}
	if (act === "note") {
		const form = readFields(request, fields, noteForm);
		if (!form.valid) return again(form.typed, form.refusals);
		const outcome = await addNote(world, { partyId: id, ...form.value });
		return outcome.done ? saved() : again(form.typed, outcome.refusals);
	}
	if (act === "mention") {
		const form = readFields(request, fields, mentionForm);
		if (!form.valid) return again(form.typed, form.refusals);
		const outcome = await mention(world, { partyId: id, code: form.value.reference });
		return outcome.done ? saved() : again(form.typed, outcome.refusals);
	}
	if (act === "review" || act === "end-mark") {
		const form = readFields(request, fields, keyPersonActForm);
		if (!form.valid) return again(form.typed, form.refusals);
		const reviewOn = act === "review" ? (form.value.reviewOn ?? "") : null;
		const outcome = await reviewKeyPerson(world, { id: form.value.mark, reviewOn });
		return outcome.done ? saved() : again(form.typed, outcome.refusals);
	}
	const form = readFields(request, fields, removeForm);
	if (!form.valid) return again(form.typed, form.refusals);
	await (act === "unmention" ? unmention(world, form.value) : removeNote(world, form.value));
	return saved();
});

/** One person or organisation: what is known, since when, from whom, and with whom they are tied. */
export default function Party({ loaderData: page, actionData }: Route.ComponentProps) {
	const { place, party, may, told, others } = page;
	const t = useText(partyMessages);
	const staff = useText(staffMessages);
	const say = useText(messages);
	const problems = useProblems(messages, actionData?.refusals);
	const typed = actionData?.typed ?? {};
	const list = `/o/${place.slug}/verwaltung/netzwerk`;
	const here = `${list}/akteur/${party.id}`;
	return (
		<>
			<title>{`${party.name} – ${place.name}`}</title>
			<WorkCrumbs place={place} entries={[{ label: staff("list.title"), href: list }, { label: party.name }]} />
			{told && !actionData && <Alert tone="success" title={t(`party.${told}`)} live />}
			<ErrorSummary errors={problems.errors} />
			<PageTitle
				title={party.name}
				above={say(`kinds.${party.kind}`)}
				state={
					<>
						{party.uncertain && <Badge tone="warning">{say("uncertain")}</Badge>}
						{party.erased && <Badge tone="neutral">{say("erased")}</Badge>}
					</>
				}
			>
				{may.keep && (
					<ButtonRow>
						<LinkButton href={`${here}/verbindung`}>{t("party.relate")}</LinkButton>
						<LinkButton href={`${here}/angaben`} look="secondary">
							{t("party.edit")}
						</LinkButton>
						{party.kind === "PERSON" && (
							<LinkButton href={`${here}/rechte`} look="secondary">
								{t("party.rights")}
							</LinkButton>
						)}
					</ButtonRow>
				)}
			</PageTitle>
			{party.objectedAt && !party.objectionAnsweredAt && <Alert tone="warning" title={t("party.objected")} />}
			{party.erased && <Alert title={t("party.erased")} />}
			{others.length > 0 && (
				<Alert title={t("party.alike")}>
					<p>{t("party.alikeText")}</p>
					<ul>
						{others.map(({ id, name }) => (
							<li key={id}>
								<a href={`${list}/doppelt/${party.id}/${id}`}>{name}</a>
							</li>
						))}
					</ul>
				</Alert>
			)}
			<PartyTies page={page} here={here} list={list} />
			{party.kind === "PERSON" && <PartyMarks page={page} here={here} error={problems.at("reviewOn")} />}
			<PartyFacts page={page} />
			{may.keep && (
				<Form id="bestaetigen" hidden={{ act: "confirm" }} inline>
					<p>{t("party.confirmText")}</p>
					<Button look="secondary">{t("party.confirm")}</Button>
				</Form>
			)}
			<PartyNotes page={page} typed={typed} problems={problems} />
		</>
	);
}
