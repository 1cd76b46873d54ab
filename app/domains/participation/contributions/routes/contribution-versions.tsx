import { Breadcrumb } from "~/design/breadcrumb";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { RichTextView } from "~/design/rich-text-view";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { commentMessages } from "../comment-messages";
import { contributionVersions } from "../queries/contribution-versions.server";
import type { Route } from "./+types/contribution-versions";

export const loader = conduct(({ world, params }: Route.LoaderArgs & { world: World }) =>
	contributionVersions(world, params.code),
);

/** What people could read before the author changed it: every text with its last moment. */
export default function ContributionVersions({ loaderData: { code, title, versions } }: Route.ComponentProps) {
	const t = useText(commentMessages);
	const { dateTime } = useFormat();
	return (
		<>
			<title>{`${t("versions.titleContribution")} – ${title}`}</title>
			<Breadcrumb entries={[{ label: title, href: `/b/${code}` }, { label: t("versions.titleContribution") }]} />
			<PageTitle title={t("versions.titleContribution")} above={title} />
			{versions.length === 0 && <p>{t("versions.none")}</p>}
			{versions.map((version) => (
				<Section
					key={version.version}
					id={`fassung-${version.version}`}
					title={t("versions.until", { date: dateTime(version.replacedAt) })}
				>
					<p>
						<strong>{version.title}</strong>
					</p>
					<RichTextView html={version.html} />
					<p>{[version.category, version.place].filter(Boolean).join(" · ")}</p>
				</Section>
			))}
			<p>
				<a href={`/b/${code}`}>{t("versions.now")}</a>
			</p>
		</>
	);
}
