import { Badge } from "~/design/badge";
import { Button } from "~/design/button";
import { Card, CardList } from "~/design/card";
import { EmptyState } from "~/design/empty-state";
import { FormScope, filterScope } from "~/design/field";
import { PageTitle } from "~/design/page-title";
import { Select } from "~/design/select";
import { TextField } from "~/design/text-field";
import { LocalDate } from "~/design/time";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { search, searchableKinds } from "../search.server";
import { isNamedKind, messages } from "../search-messages";
import type { Route } from "./+types/search";

const limit = 30;

export const loader = conduct(async ({ world, request }: Route.LoaderArgs & { world: World }) => {
	const asked = new URL(request.url).searchParams;
	const words = (asked.get("q") ?? "").trim().slice(0, 200);
	const kinds = searchableKinds().filter(isNamedKind);
	const kind = kinds.find((known) => known === asked.get("art")) ?? null;
	return { words, kinds, kind, hits: await search(world, { words, kind, limit }) };
});

export default function Search({ loaderData: { words, kinds, kind, hits } }: Route.ComponentProps) {
	const t = useText(messages);
	return (
		<>
			<title>{`${words === "" ? t("title") : `${words} – ${t("title")}`} – Gemeinwerk`}</title>
			<PageTitle title={t("title")} />
			<search>
				<FormScope value={filterScope}>
					<form className="gw-form" method="get" action="/suche">
						<TextField name="q" type="search" label={t("field")} value={words} maxLength={200} />
						{kinds.length > 1 && (
							<Select
								name="art"
								label={t("kind")}
								optional
								empty={t("everything")}
								value={kind ?? ""}
								options={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
							/>
						)}
						<Button>{t("submit")}</Button>
					</form>
				</FormScope>
			</search>
			{words === "" ? (
				<EmptyState title={t("begin")}>
					<p>{t("beginText")}</p>
				</EmptyState>
			) : hits.length === 0 ? (
				<EmptyState
					title={t("none", { words })}
					action={kind && <a href={`/suche?q=${encodeURIComponent(words)}`}>{t("everywhere")}</a>}
				>
					<p>{t("noneText")}</p>
				</EmptyState>
			) : (
				<>
					<h2>{t("found", { count: hits.length, words })}</h2>
					{hits.length === limit && <p>{t("most", { count: String(limit) })}</p>}
					<CardList>
						{hits.map((hit) => (
							<Card
								key={`${hit.kind}:${hit.id}`}
								above={hit.kindLabel}
								title={hit.title}
								href={hit.href}
								state={hit.state && <Badge>{hit.state}</Badge>}
								foot={hit.at && <LocalDate value={hit.at} />}
							>
								<p>{hit.excerpt}</p>
							</Card>
						))}
					</CardList>
				</>
			)}
		</>
	);
}
