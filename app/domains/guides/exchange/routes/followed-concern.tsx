import { Badge } from "~/design/badge";
import { PageTitle } from "~/design/page-title";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { CameOfItList } from "../../concerns/ui/came-of-it";
import { ConcernView } from "../../concerns/ui/concern-view";
import { ForwardingThread } from "../../concerns/ui/forwarding-thread";
import { stateTone } from "../../concerns/ui/state-tone";
import { messages as guideMessages } from "../../messages";
import { messages } from "../messages";
import { followedConcernPage } from "../queries/municipality.server";
import type { Route } from "./+types/followed-concern";

export const loader = conduct(({ world, params }: Route.LoaderArgs & { world: World }) =>
	followedConcernPage(world, params),
);

/** A concern from a municipality as its administration follows it. */
export default function FollowedConcern({ loaderData: { place, concern } }: Route.ComponentProps) {
	const t = useText(messages);
	const g = useText(guideMessages);
	const title = g("concern.title", { kind: g(`kinds.${concern.kind}`), code: concern.code });
	return (
		<>
			<title>{`${title} – ${place.name}`}</title>
			<WorkCrumbs
				place={place}
				entries={[{ label: t("page.title"), href: `/o/${place.slug}/verwaltung/kreis` }, { label: concern.code }]}
			/>
			<PageTitle title={title} state={<Badge tone={stateTone[concern.state]}>{g(`states.${concern.state}`)}</Badge>} />
			<ConcernView concern={concern} reader="others" />
			<ForwardingThread thread={concern.thread} />
			<CameOfItList came={concern.came} />
		</>
	);
}
