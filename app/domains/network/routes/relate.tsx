import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { SearchField } from "~/design/search-field";
import { Select } from "~/design/select";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm, type Typed } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { relate } from "../commands/ties.server";
import { tieForm as form } from "../forms";
import { messages } from "../messages";
import { partyMessages } from "../party-messages";
import { namedParties } from "../queries/named-parties.server";
import { tieForm } from "../queries/tie-form.server";
import { staffMessages } from "../staff-messages";
import { tieMessages } from "../tie-messages";
import { TieFields } from "../ui/tie-fields";
import { textIn } from "../ui/typed";
import type { Route } from "./+types/relate";

const wordsIn = (request: Request) =>
	(new URL(request.url).searchParams.get("q") ?? "").replaceAll("\0", "").slice(0, 100);

export const loader = conduct(({ world, params, request }: Route.LoaderArgs & { world: World }) =>
	tieForm(world, params, wordsIn(request).trim()),
);

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { party, place } = await tieForm(world, params, "");
	const read = await readForm(request, form);
	if (!read.valid) return again(read.typed, read.refusals);
	const { type, other, onBehalfOf, substituteFor, ...rest } = read.value;
	// "<chair" reads the type from its other end.
	const backward = type.startsWith("<");
	const ends = backward ? { fromId: other, toId: party.id } : { fromId: party.id, toId: other };
	const named = await namedParties(world, place.ownerId, { onBehalfOf, substituteFor });
	if (!named.done) return again(read.typed, named.refusals);
	const outcome = await relate(world, {
		...{ ...rest, ...ends, ...named.value, type: backward ? type.slice(1) : type },
	});
	if (!outcome.done) return again(read.typed, outcome.refusals);
	return onward(`/o/${place.slug}/verwaltung/netzwerk/akteur/${party.id}?gespeichert`);
});

/** A tie between this party and another is entered. */
export default function Relate({ loaderData, actionData }: Route.ComponentProps) {
	const { place, party, words, others, types, today } = loaderData;
	const t = useText(tieMessages);
	const sayParty = useText(partyMessages);
	const staff = useText(staffMessages);
	const problems = useProblems(messages, actionData?.refusals);
	const usual: Typed = {
		...{ purpose: party.purpose, basis: party.basis, visibility: party.visibility, firstDay: today },
		other: others.length === 1 ? (others[0]?.value ?? "") : "",
	};
	const values = actionData?.typed ?? usual;
	const field = (name: string) => ({ name, value: textIn(values, name), error: problems.at(name) });
	const list = `/o/${place.slug}/verwaltung/netzwerk`;
	const here = `${list}/akteur/${party.id}`;
	const title = t("tie.formTitle", { name: party.name });
	return (
		<>
			<title>{`${title} – ${place.name}`}</title>
			<WorkCrumbs
				place={place}
				entries={[
					{ label: staff("list.title"), href: list },
					{ label: party.name, href: here },
					{ label: sayParty("party.relate") },
				]}
			/>
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={title} />
			<SearchField action={`${here}/verbindung`} value={words} label={t("tie.find")} />
			<Form>
				<Select
					{...field("type")}
					label={t("tie.type")}
					hint={t("tie.typeHint", { name: party.name })}
					options={types}
				/>
				<Select {...field("other")} label={t("tie.other")} hint={t("tie.otherHint")} options={others} />
				<TieFields values={values} problems={problems} />
				<Button>{t("tie.submit")}</Button>
			</Form>
		</>
	);
}
