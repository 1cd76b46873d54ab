import { Breadcrumb } from "~/design/breadcrumb";
import { Card, CardList } from "~/design/card";
import { PageTitle } from "~/design/page-title";
import { useText } from "~/platform/i18n";
import { guideMessages } from "../guide-messages";
import { messages } from "../messages";
import { recipeKeys } from "../recipe";
import { recipeMessages } from "../recipe-messages";

export default function Recipes() {
	const t = useText(guideMessages);
	const r = useText(recipeMessages);
	const m = useText(messages);
	return (
		<>
			<title>{t("list.title")}</title>
			<Breadcrumb entries={[{ label: m("overview.title"), href: "/beteiligung" }, { label: t("list.title") }]} />
			<PageTitle title={t("list.title")} lead={t("list.lead")} />
			<CardList>
				{recipeKeys.map((key) => (
					<Card key={key} title={r(`names.${key}`)} level={2} href={`/beteiligung/muster/${key}`}>
						<p>{r(`summaries.${key}`)}</p>
					</Card>
				))}
			</CardList>
		</>
	);
}
