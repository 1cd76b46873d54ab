import { Breadcrumb } from "~/design/breadcrumb";
import { LinkButton } from "~/design/button";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { oneself, partsOfHouse } from "../personal-data.server";
import { messages } from "../personal-data-messages";
import type { Route } from "./+types/my-data";

export const loader = conduct(async ({ world }: Route.LoaderArgs & { world: World }) => {
	oneself(world);
	return { parts: partsOfHouse() };
});

export default function MyData({ loaderData: { parts } }: Route.ComponentProps) {
	const t = useText(messages);
	return (
		<>
			<title>{`${t("page.title")} – Gemeinwerk`}</title>
			<Breadcrumb entries={[{ label: t("account"), href: "/konto" }, { label: t("page.title") }]} />
			<PageTitle title={t("page.title")} lead={t("page.lead")} />
			<Section id="herunterladen" title={t("page.export")} intro={t("page.exportText")}>
				<h3>{t("page.contains")}</h3>
				<ul>
					{parts.map((part) => (
						<li key={part}>{t(`parts.${part}.exported`)}</li>
					))}
				</ul>
				<LinkButton href="/konto/daten/export" download>
					{t("page.exportButton")}
				</LinkButton>
			</Section>
			<Section id="loeschen" title={t("page.erase")} intro={t("page.eraseText")}>
				<LinkButton look="secondary" href="/konto/daten/loeschen">
					{t("page.eraseButton")}
				</LinkButton>
			</Section>
		</>
	);
}
