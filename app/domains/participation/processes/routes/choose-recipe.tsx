import { Button, ButtonRow, LinkButton } from "~/design/button";
import { Card, CardList } from "~/design/card";
import { Disclosure } from "~/design/disclosure";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { partsThatExist } from "../../parts.server";
import { removeOwnRecipe } from "../commands/save-own-recipe.server";
import { chosenForm } from "../forms";
import { recipeChoices } from "../queries/new-process.server";
import { recipeMessages } from "../recipe-messages";
import { setupMessages } from "../setup-messages";
import { PlaceCrumbs } from "../ui/work-crumbs";
import type { Route } from "./+types/choose-recipe";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	recipeChoices(world, { place: params.place, existing: partsThatExist }),
);

/** Takes one of the organisation's own recipes out of the list. */
export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { organisationId } = await recipeChoices(world, { place: params.place, existing: partsThatExist });
	const form = await readForm(request, chosenForm);
	if (!form.valid) return again(form.typed, form.refusals);
	await removeOwnRecipe(world, { id: form.value.id, organisationId });
	return onward(`/o/${params.place}/verwaltung/beteiligung/neu`);
});

export default function ChooseRecipe({ loaderData: { place, offered, own, later } }: Route.ComponentProps) {
	const t = useText(setupMessages);
	const r = useText(recipeMessages);
	const path = `/o/${place.slug}/verwaltung/beteiligung/neu`;
	return (
		<>
			<title>{`${t("choose.title")} – ${place.name}`}</title>
			<PlaceCrumbs place={place} here={t("choose.title")} />
			<PageTitle title={t("choose.title")} above={t("choose.step")} lead={t("choose.lead")} />
			<CardList>
				{offered.map((key) => (
					<Card
						key={key}
						title={r(`names.${key}`)}
						level={2}
						foot={<a href={`/beteiligung/muster/${key}`}>{guideOf(t("choose.guide"), r(`names.${key}`))}</a>}
					>
						<p>{r(`summaries.${key}`)}</p>
						<LinkButton href={`${path}/${key}`}>
							{t("choose.start")}
							<span className="kern-sr-only">: {r(`names.${key}`)}</span>
						</LinkButton>
					</Card>
				))}
			</CardList>
			{own.length > 0 && (
				<Section id="eigene" title={t("choose.own")}>
					<CardList>
						{own.map(({ id, name, recipe }) => (
							<Card key={id} title={name} foot={<span>{t("choose.ownOf", { name: r(`names.${recipe}`) })}</span>}>
								<ButtonRow>
									<LinkButton href={`${path}/${recipe}?eigenes=${id}`}>
										{t("choose.start")}
										<span className="kern-sr-only">: {name}</span>
									</LinkButton>
								</ButtonRow>
								<Form inline hidden={{ id }}>
									<Button look="tertiary">
										{t("choose.remove")}
										<span className="kern-sr-only">: {name}</span>
									</Button>
								</Form>
							</Card>
						))}
					</CardList>
				</Section>
			)}
			{later.length > 0 && (
				<Section id="spaeter" title={t("choose.later")}>
					{later.map(({ key, parts }) => (
						<Disclosure key={key} summary={r(`names.${key}`)}>
							<p>{r(`summaries.${key}`)}</p>
							<p>{t("choose.laterHint", { parts: parts.map((part) => r(`parts.${part}`)).join(", ") })}</p>
							<p>
								<a href={`/beteiligung/muster/${key}`}>{guideOf(t("choose.guide"), r(`names.${key}`))}</a>
							</p>
						</Disclosure>
					))}
				</Section>
			)}
		</>
	);
}

function guideOf(word: string, name: string): string {
	return `${word}: ${name}`;
}
