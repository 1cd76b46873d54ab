import { ButtonRow, LinkButton } from "~/design/button";
import { Section } from "~/design/layout";
import { useText } from "~/platform/i18n";
import { codeLettersPath } from "../../letter-codes";
import type { BoxHead } from "../queries/find-box.server";
import { staffMessages } from "../staff-messages";

/** What staff do around a vote besides setting it up: letter codes, paper ballots, the answer to all who voted. */
export function BoxDesk({ box, letters, mayManage }: { box: BoxHead; letters: number; mayManage: boolean }) {
	const t = useText(staffMessages);
	const takesPaper = box.electorate === "letter" && (box.state === "voting" || box.state === "closed");
	return (
		<>
			{box.electorate === "letter" && (
				<Section id="codes" title={t("codes.short")}>
					<p>{t("codes.count", { count: letters })}</p>
					<ButtonRow>
						{mayManage && (
							<LinkButton
								look="secondary"
								href={codeLettersPath({ ...box, place: box.place.slug, process: box.process.slug })}
							>
								{t("codes.print")}
							</LinkButton>
						)}
						{mayManage && (box.state === "preparing" || box.state === "frozen") && (
							<LinkButton look="secondary" href={`${box.managed}/codes`}>
								{t("codes.take")}
							</LinkButton>
						)}
						{takesPaper && (
							<LinkButton look="secondary" href={`${box.managed}/papier`}>
								{t("papers.title")}
							</LinkButton>
						)}
					</ButtonRow>
				</Section>
			)}
			{mayManage && box.state === "counted" && !box.note && (
				<Section id="antwort" title={t("tell.title")} intro={t("tell.lead")}>
					<LinkButton href={`${box.managed}/antwort`}>{t("tell.title")}</LinkButton>
				</Section>
			)}
		</>
	);
}
