import { Alert } from "~/design/alert";
import { Card, CardList } from "~/design/card";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { SearchField } from "~/design/search-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../messages";
import { findByCode } from "../queries/find-by-code.server";
import type { Route } from "./+types/find-trace";

export const loader = conduct(async ({ world, request }: Route.LoaderArgs & { world: World }) => {
	const code = new URL(request.url).searchParams.get("code")?.trim() ?? "";
	const found = code === "" ? [] : await findByCode(world, code);
	const [only] = found;
	if (only && found.length === 1) throw onward(`/werdegang/${only.kind}/${only.id}`);
	return { code, found };
});

export default function FindTrace({ loaderData: { code, found } }: Route.ComponentProps) {
	const t = useText(messages);
	return (
		<>
			<title>{`${t("title")} – Gemeinwerk`}</title>
			<PageTitle title={t("find.title")} lead={t("find.lead")} />
			{code !== "" && found.length === 0 && (
				<Alert tone="warning" title={t("find.none")} live>
					<p>{t("find.noneText")}</p>
				</Alert>
			)}
			<Section id="so-geht-es" title={t("find.how")} intro={t("find.howText")}>
				<SearchField action="/werdegang" name="code" value={code} label={t("find.code")} />
			</Section>
			{found.length > 1 && (
				<Section id="treffer" title={t("find.several")}>
					<CardList>
						{found.map((object) => (
							<Card
								key={object.id}
								above={object.kindLabel}
								title={object.title}
								href={`/werdegang/${object.kind}/${object.id}`}
							/>
						))}
					</CardList>
				</Section>
			)}
		</>
	);
}
