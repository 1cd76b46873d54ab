import { ButtonRow, LinkButton } from "~/design/button";
import { Section } from "~/design/layout";
import { useFormat, useText } from "~/platform/i18n";
import { messages } from "../messages";
import type { LoadedPlanning } from "../queries/pages.server";

/** The plan of a process on its public page: when its documents are published, and the way to them. */
export function PlanningPart({ part: { name, display, manageHref }, path }: { part: LoadedPlanning; path: string }) {
	const t = useText(messages);
	const { dateLong } = useFormat();
	const when = display
		? {
				now: t("part.now", { date: dateLong(display.endsOn) }),
				later: t("part.later", { from: dateLong(display.startsOn), to: dateLong(display.endsOn) }),
				over: t("part.over", { date: dateLong(display.endsOn) }),
			}[display.when]
		: t("part.none");
	return (
		<Section id="bauleitplanung" title={t("part.title")} intro={name}>
			<p>{when}</p>
			<p>{t("accompanies")}</p>
			<ButtonRow>
				{display && <LinkButton href={`${path}/bauleitplanung`}>{t("part.read")}</LinkButton>}
				{manageHref && (
					<LinkButton look="secondary" href={manageHref}>
						{t("part.manage")}
					</LinkButton>
				)}
			</ButtonRow>
		</Section>
	);
}
