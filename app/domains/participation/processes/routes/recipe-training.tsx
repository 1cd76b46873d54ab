import { Breadcrumb } from "~/design/breadcrumb";
import { Disclosure } from "~/design/disclosure";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { guideMessages } from "../guide-messages";
import { messages } from "../messages";
import { isRecipe } from "../recipe";
import { recipeMessages } from "../recipe-messages";
import type { Route } from "./+types/recipe-training";

export const loader = conduct(async ({ params }: Route.LoaderArgs & { world: World }) => {
	if (!isRecipe(params.recipe)) throw new NotFound();
	return { recipe: params.recipe };
});

export default function RecipeTraining({ loaderData: { recipe } }: Route.ComponentProps) {
	const t = useText(guideMessages);
	const r = useText(recipeMessages);
	const m = useText(messages);
	const name = r(`names.${recipe}`);
	return (
		<>
			<title>{`${t("training.above")}: ${name}`}</title>
			<Breadcrumb
				entries={[
					{ label: m("overview.title"), href: "/beteiligung" },
					{ label: t("list.title"), href: "/beteiligung/muster" },
					{ label: name, href: `/beteiligung/muster/${recipe}` },
					{ label: t("training.above") },
				]}
			/>
			<PageTitle title={name} above={t("training.above")} lead={t("training.lead")} />
			{(["frame", "people", "care", "answers"] as const).map((unit) => (
				<Section key={unit} id={unit} title={t(`training.${unit}`)}>
					<p>{t(`training.${unit}Text`)}</p>
				</Section>
			))}
			<Section id="exercise" title={t("training.exercise")}>
				<p>{t(`recipes.${recipe}.exercise`)}</p>
			</Section>
			<Section id="test" title={t("training.test")}>
				<p>{t(`recipes.${recipe}.question`)}</p>
				<Disclosure summary={t("training.solution")}>
					<p>{t(`recipes.${recipe}.solution`)}</p>
				</Disclosure>
			</Section>
			<Section id="data" title={t("training.data")}>
				<p>{t("training.dataText")}</p>
			</Section>
			<p>
				<a href={`/beteiligung/muster/${recipe}`}>{t("list.guide")}</a>
			</p>
		</>
	);
}
