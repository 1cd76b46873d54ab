import { Badge } from "~/design/badge";
import { Card, CardList } from "~/design/card";
import { EmptyState } from "~/design/empty-state";
import { PageTitle } from "~/design/page-title";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import { manifests } from "~/platform/manifest.server";
import { SignInNeeded } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { messages } from "../messages";
import type { Route } from "./+types/today";

/** What waits for this reader, asked of every domain; each answers under its own policy. */
export const loader = conduct(async ({ world }: Route.LoaderArgs & { world: World }) => {
	if (world.actor.kind !== "person") throw new SignInNeeded();
	const lists = await Promise.all(manifests().map((manifest) => manifest.waiting?.(world) ?? []));
	const waiting = lists.flat().filter((entry) => entry.count > 0);
	return { waiting: waiting.sort((a, b) => Number(b.urgent) - Number(a.urgent)), now: world.now };
});

export default function Today({ loaderData: { waiting, now } }: Route.ComponentProps) {
	const t = useText(messages);
	const { dateLong } = useFormat();
	return (
		<>
			<title>{`${t("today.title")} – Gemeinwerk`}</title>
			<PageTitle title={t("today.title")} above={dateLong(now)} />
			{waiting.length === 0 ? (
				<EmptyState title={t("today.nothing")}>
					<p>{t("today.nothingText")}</p>
				</EmptyState>
			) : (
				<CardList>
					{waiting.map((entry) => (
						<Card
							key={entry.href + entry.label}
							level={2}
							title={`${entry.label}: ${entry.count}`}
							href={entry.href}
							state={entry.urgent && <Badge tone="warning">{t("today.urgent")}</Badge>}
						/>
					))}
				</CardList>
			)}
		</>
	);
}
