import { Flow, Section } from "~/design/layout";
import { useFormat, useText } from "~/platform/i18n";
import { messages } from "../messages";
import type { ListedResolution } from "../queries/resolution-list.server";
import { ResolutionBadges } from "./resolution-badges";

/** On the page of what lay before a council: what it made of it, and why it decided otherwise. */
export function ResolutionNotes({ resolutions }: { resolutions: readonly ListedResolution[] }) {
	const t = useText(messages);
	const { dateLong } = useFormat();
	if (resolutions.length === 0) return null;
	return (
		<Section id="beschluss" title={t("notes.title")}>
			{resolutions.map((resolution) => (
				<Flow key={resolution.code}>
					<h3>{resolution.title}</h3>
					<p>
						<ResolutionBadges {...resolution} />
					</p>
					<p>{t("list.sessionOf", { body: resolution.body, date: dateLong(resolution.sessionOn) })}</p>
					{resolution.deviation && <p>{t(`deviations.${resolution.deviation}`)}</p>}
					{resolution.deviationReason && (
						<p>
							{t("page.reason")}: {resolution.deviationReason}
						</p>
					)}
					<p>
						<a href={`/beschluss/${resolution.code}`}>
							{t("notes.read")}
							<span className="kern-sr-only">: {resolution.title}</span>
						</a>
					</p>
				</Flow>
			))}
		</Section>
	);
}
