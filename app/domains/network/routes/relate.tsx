import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { DateField } from "~/design/date-field";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { SearchField } from "~/design/search-field";
import { Select } from "~/design/select";
import { TextField } from "~/design/text-field";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm, type Typed } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { relate } from "../commands/ties.server";
import { tieForm as form } from "../forms";
import { messages } from "../messages";
import { partyMessages } from "../party-messages";
import { tieForm } from "../queries/tie-form.server";
import { staffMessages } from "../staff-messages";
import { tieMessages } from "../tie-messages";
import { FactFields } from "../ui/fact-fields";
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
	const outcome = await relate(world, {
		...{ ...rest, ...ends, type: backward ? type.slice(1) : type },
		...{ onBehalfOfId: onBehalfOf, substituteForId: substituteFor },
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
				<TextField {...field("role")} label={t("tie.role")} hint={t("tie.roleHint")} maxLength={120} optional />
				<DateField {...field("firstDay")} label={t("tie.firstDay")} />
				<DateField {...field("lastDay")} label={t("tie.lastDay")} optional />
				<FactFields values={values} problems={problems} />
				<Section id="mandat" title={t("tie.mandate")}>
					<TextField {...field("term")} label={t("tie.term")} width="medium" maxLength={60} optional />
					<TextField {...field("electoralArea")} label={t("tie.electoralArea")} maxLength={120} optional />
					<RadioGroup
						{...field("votingRight")}
						label={t("tie.votingRight")}
						optional
						choices={[
							{ value: "", label: t("tie.unknown") },
							{ value: "yes", label: t("tie.yes") },
							{ value: "no", label: t("tie.no") },
						]}
					/>
					<Select
						{...field("onBehalfOf")}
						label={t("tie.onBehalfOf")}
						optional
						empty={t("tie.nobody")}
						options={others}
					/>
					<Select
						{...field("substituteFor")}
						label={t("tie.substituteFor")}
						optional
						empty={t("tie.nobody")}
						options={others}
					/>
				</Section>
				<Button>{t("tie.submit")}</Button>
			</Form>
		</>
	);
}
