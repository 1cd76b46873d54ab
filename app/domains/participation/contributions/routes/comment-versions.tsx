import { Breadcrumb } from "~/design/breadcrumb";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { commentMessages } from "../comment-messages";
import { commentVersions } from "../queries/comment-page.server";
import { paragraphsOf } from "../ui/discussion";
import type { Route } from "./+types/comment-versions";

export const loader = conduct(({ world, params }: Route.LoaderArgs & { world: World }) =>
	commentVersions(world, params.code),
);

/** What people could read before the author changed the comment. */
export default function CommentVersions({ loaderData: comment }: Route.ComponentProps) {
	const t = useText(commentMessages);
	const { dateTime } = useFormat();
	const { title } = comment.contribution;
	return (
		<>
			<title>{`${t("versions.titleComment")} – ${title}`}</title>
			<Breadcrumb entries={[{ label: title, href: `/k/${comment.code}` }, { label: t("versions.titleComment") }]} />
			<PageTitle title={t("versions.titleComment")} above={title} />
			<Section id="jetzt" title={t("versions.now")}>
				{paragraphsOf(comment.text)}
			</Section>
			{comment.versions.map(({ version, text, replacedAt }) => (
				<Section key={version} id={`fassung-${version}`} title={t("versions.until", { date: dateTime(replacedAt) })}>
					{paragraphsOf(text)}
				</Section>
			))}
		</>
	);
}
