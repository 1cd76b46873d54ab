import { Breadcrumb } from "~/design/breadcrumb";
import { ButtonRow, LinkButton } from "~/design/button";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { partsThatExist } from "../../parts.server";
import { guideMessages } from "../guide-messages";
import { messages } from "../messages";
import { isRecipe, offeredRecipes, recipes } from "../recipe";
import { recipeMessages } from "../recipe-messages";
import { setupMessages } from "../setup-messages";
import type { Route } from "./+types/recipe-guide";

export const loader = conduct(async ({ params }: Route.LoaderArgs & { world: World }) => {
	if (!isRecipe(params.recipe)) throw new NotFound();
	return { recipe: params.recipe, offered: offeredRecipes(partsThatExist).includes(params.recipe) };
});

export default function RecipeGuide({ loaderData: { recipe, offered } }: Route.ComponentProps) {
	const t = useText(guideMessages);
	const r = useText(recipeMessages);
	const m = useText(messages);
	const s = useText(setupMessages);
	const { days, phases } = recipes[recipe];
	const name = r(`names.${recipe}`);
	return (
		<>
			<title>{`${name} – ${t("list.title")}`}</title>
			<Breadcrumb
				entries={[
					{ label: m("overview.title"), href: "/beteiligung" },
					{ label: t("list.title"), href: "/beteiligung/muster" },
					{ label: name },
				]}
			/>
			<PageTitle title={name} above={t("guide.above")} lead={r(`summaries.${recipe}`)}>
				{!offered && <p>{t("list.soon")}</p>}
				<ButtonRow>
					<LinkButton look="secondary" href={`/beteiligung/muster/${recipe}/schulung`}>
						{t("list.training")}
					</LinkButton>
				</ButtonRow>
			</PageTitle>
			<Section id="wann" title={t("guide.fits")}>
				<p>{t(`recipes.${recipe}.fits`)}</p>
			</Section>
			<Section id="arbeit" title={t("guide.effort")}>
				<p>{t(`recipes.${recipe}.effort`)}</p>
			</Section>
			<Section id="schritte" title={t("guide.steps")}>
				<ol>
					{(["one", "two", "three", "four", "five"] as const).map((step) => (
						<li key={step}>{t(`recipes.${recipe}.steps.${step}`)}</li>
					))}
				</ol>
			</Section>
			<Section id="phasen" title={t("guide.phases")}>
				<ul>
					{phases.map(({ key, switches }) => (
						<li key={key}>
							{r(`phases.${key}`)}
							{switches.length > 0 && `: ${switches.map((name) => s(`switches.${name}`)).join(", ")}`}
						</li>
					))}
				</ul>
				<p>{t("guide.days", { open: String(days.open), answer: String(days.answer) })}</p>
			</Section>
			<Section id="fehler" title={t("guide.traps")}>
				<ul>
					{(["one", "two"] as const).map((trap) => (
						<li key={trap}>{t(`recipes.${recipe}.traps.${trap}`)}</li>
					))}
				</ul>
			</Section>
			<Section id="ohne-internet" title={t("guide.paper")}>
				<p>{t("guide.paperText")}</p>
			</Section>
		</>
	);
}
