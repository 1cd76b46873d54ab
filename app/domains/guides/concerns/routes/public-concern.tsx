import { Badge } from "~/design/badge";
import { Breadcrumb } from "~/design/breadcrumb";
import { PageTitle } from "~/design/page-title";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../../messages";
import { publicConcernPage } from "../queries/concern-page.server";
import { ConcernView } from "../ui/concern-view";
import { stateTone } from "../ui/state-tone";
import type { Route } from "./+types/public-concern";

export const loader = conduct(({ world, params }: Route.LoaderArgs & { world: World }) =>
	publicConcernPage(world, params.code),
);

/** A concern that may be read by everybody, without its asker. */
export default function PublicConcern({ loaderData: concern }: Route.ComponentProps) {
	const t = useText(messages);
	const { code, place } = concern;
	const kind = t(`kinds.${concern.kind}`);
	const title = place ? t("concern.titleAt", { kind, place, code }) : t("concern.title", { kind, code });
	return (
		<>
			<title>{`${title} – Gemeinwerk`}</title>
			<Breadcrumb entries={[{ label: t("who.title"), href: "/lotsen" }, { label: title }]} />
			<PageTitle
				title={title}
				lead={t("concern.publicLead")}
				state={<Badge tone={stateTone[concern.state]}>{t(`states.${concern.state}`)}</Badge>}
			/>
			<ConcernView concern={concern} reader="others" />
		</>
	);
}
