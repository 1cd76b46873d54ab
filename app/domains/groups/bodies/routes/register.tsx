import { Breadcrumb } from "~/design/breadcrumb";
import { ButtonRow, LinkButton } from "~/design/button";
import { EmptyState } from "~/design/empty-state";
import { PageTitle } from "~/design/page-title";
import { SearchField } from "~/design/search-field";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { bodyMessages } from "../messages";
import { registerPage } from "../queries/register.server";
import { BodyList } from "../ui/body-list";
import type { Route } from "./+types/register";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) =>
	registerPage(world, {
		place: "place" in params && typeof params.place === "string" ? params.place : null,
		words: (new URL(request.url).searchParams.get("q") ?? "").slice(0, 100),
	}),
);

/** The register of all bodies, or of those of one place. */
export default function Register({ loaderData: { place, bodies, words, may } }: Route.ComponentProps) {
	const t = useText(bodyMessages);
	const title = place ? t("titleAt", { place: place.name }) : t("title");
	const here = place ? `/o/${place.slug}/gremien` : "/gremien";
	const enterAt = place ? `/o/${place.slug}/verwaltung/gremien` : "";
	return (
		<>
			<title>{title}</title>
			{place && <Breadcrumb entries={[{ label: place.name, href: `/o/${place.slug}` }, { label: t("title") }]} />}
			<PageTitle title={title} lead={t("lead")}>
				{may.enter && (
					<ButtonRow>
						<LinkButton look="secondary" href={`${enterAt}/neu`}>
							{t("enter")}
						</LinkButton>
					</ButtonRow>
				)}
			</PageTitle>
			<SearchField action={here} name="q" value={words} label={t("searchHint")} />
			{bodies.length === 0 ? (
				<EmptyState title={t("empty")} />
			) : (
				<BodyList bodies={bodies} changeAt={may.enter ? enterAt : undefined} />
			)}
		</>
	);
}
