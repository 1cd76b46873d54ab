import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { Checkbox } from "~/design/choice-group";
import { DataTable } from "~/design/data-table";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { TextField } from "~/design/text-field";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm, type Typed } from "~/platform/http/forms.server";
import { useLocale, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { addRelationType } from "../commands/relation-types.server";
import { relationTypeForm } from "../forms";
import { messages } from "../messages";
import { keepersPlace } from "../queries/place-of-network.server";
import { typesOf } from "../queries/relation-types.server";
import { labelAt } from "../relation-type";
import { staffMessages } from "../staff-messages";
import { tieMessages } from "../tie-messages";
import { textIn } from "../ui/typed";
import { type PartyKind, partyKinds } from "../vocabulary";
import type { Route } from "./+types/types";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const place = await keepersPlace(world, params.place);
	return {
		place,
		types: await typesOf(world, place.ownerId),
		saved: new URL(request.url).searchParams.has("gespeichert"),
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { ownerId, slug } = await keepersPlace(world, params.place);
	const form = await readForm(request, relationTypeForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await addRelationType(world, { ...form.value, ownerId, directed: form.value.directed === "on" });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${slug}/verwaltung/netzwerk/arten?gespeichert`);
});

/** The types of ties, each read from both ends; owners add their own. */
export default function Types({ loaderData: { place, types, saved }, actionData }: Route.ComponentProps) {
	const t = useText(tieMessages);
	const staff = useText(staffMessages);
	const say = useText(messages);
	const locale = useLocale();
	const problems = useProblems(messages, actionData?.refusals);
	const values: Typed = actionData?.typed ?? { directed: "on" };
	const field = (name: string) => ({ name, value: textIn(values, name), error: problems.at(name) });
	const kind = (one: PartyKind | null) => (one ? say(`kinds.${one}`) : t("types.both"));
	const kinds = partyKinds.map((value) => ({ value, label: say(`kinds.${value}`) }));
	return (
		<>
			<title>{`${t("types.title")} – ${place.name}`}</title>
			<WorkCrumbs
				place={place}
				entries={[
					{ label: staff("list.title"), href: `/o/${place.slug}/verwaltung/netzwerk` },
					{ label: t("types.title") },
				]}
			/>
			{saved && !actionData && <Alert tone="success" title={t("types.saved")} live />}
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("types.title")} lead={t("types.lead")} />
			<DataTable
				caption={t("types.caption")}
				captionHidden
				rows={types}
				rowKey={({ key }) => key}
				columns={[
					{
						key: "forward",
						header: t("types.forward"),
						rowHeader: true,
						cell: (type) => labelAt(type, "from", locale),
					},
					{ key: "backward", header: t("types.backward"), cell: (type) => labelAt(type, "to", locale) },
					{
						key: "ends",
						header: t("types.ends"),
						cell: ({ from, to }) => t("types.between", { from: kind(from), to: kind(to) }),
					},
				]}
			/>
			<Section id="neu" title={t("types.add")}>
				<Form>
					<TextField
						{...field("forwardDe")}
						label={t("types.forwardDe")}
						hint={t("types.forwardHint")}
						maxLength={60}
					/>
					<TextField
						{...field("backwardDe")}
						label={t("types.backwardDe")}
						hint={t("types.backwardHint")}
						maxLength={60}
						optional
					/>
					<TextField {...field("forwardEn")} label={t("types.forwardEn")} maxLength={60} />
					<TextField {...field("backwardEn")} label={t("types.backwardEn")} maxLength={60} optional />
					<Checkbox
						name="directed"
						label={t("types.directed")}
						checked={textIn(values, "directed") === "on"}
						optional
					/>
					<Select {...field("fromKind")} label={t("types.fromKind")} optional empty={t("types.both")} options={kinds} />
					<Select {...field("toKind")} label={t("types.toKind")} optional empty={t("types.both")} options={kinds} />
					<Button>{t("types.submit")}</Button>
				</Form>
			</Section>
		</>
	);
}
