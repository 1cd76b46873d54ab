import { Breadcrumb } from "~/design/breadcrumb";
import { ButtonRow, LinkButton } from "~/design/button";
import { EmptyState } from "~/design/empty-state";
import { FilterBar } from "~/design/filter-bar";
import { PageTitle } from "~/design/page-title";
import { Select } from "~/design/select";
import { TextField } from "~/design/text-field";
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
		words: asked(request, "q") ?? "",
		topic: asked(request, "thema"),
		area: asked(request, "gebiet"),
	}),
);

function asked(request: Request, name: string): string | null {
	return new URL(request.url).searchParams.get(name)?.slice(0, 100) || null;
}

/** The register of all bodies, or of those of one place. */
export default function Register({ loaderData: { place, bodies, asked, choices, may } }: Route.ComponentProps) {
	const t = useText(bodyMessages);
	const title = place ? t("titleAt", { place: place.name }) : t("title");
	const here = place ? `/o/${place.slug}/gremien` : "/gremien";
	const enterAt = place ? `/o/${place.slug}/verwaltung/gremien` : "";
	const set = { q: asked.words, thema: asked.topic ?? "", gebiet: asked.area ?? "" };
	const active = Object.entries(set).flatMap(([name, label]) => {
		const rest = Object.entries(set).filter(([other, value]) => other !== name && value !== "");
		return label === "" ? [] : [{ label, removeHref: `${here}?${new URLSearchParams(rest)}` }];
	});
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
			<FilterBar action={here} resetHref={here} active={active}>
				<TextField name="q" type="search" label={t("find")} value={set.q} optional />
				{(["topic", "area"] as const).map((which) => (
					<Select
						key={which}
						name={which === "topic" ? "thema" : "gebiet"}
						label={t(which)}
						empty={t("all")}
						value={asked[which] ?? ""}
						options={choices[`${which}s`].map((value) => ({ value, label: value }))}
						optional
					/>
				))}
			</FilterBar>
			{bodies.length === 0 ? (
				<EmptyState title={t("empty")} />
			) : (
				<BodyList bodies={bodies} changeAt={may.enter ? enterAt : undefined} />
			)}
		</>
	);
}
