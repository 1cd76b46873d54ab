import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { QrCode } from "~/design/qr-code";
import { ScreenOnly } from "~/design/visibility";
import { houseAddress } from "~/platform/address.server";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { Paragraphs } from "../../ui/paragraphs";
import { answerPath } from "../answer-code.server";
import { messages } from "../messages";
import { surveyLetterPage } from "../queries/survey-pages.server";
import { staffMessages } from "../staff-messages";
import { SurveyCrumbs } from "../ui/survey-crumbs";
import type { Route } from "./+types/survey-letter";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const page = await surveyLetterPage(world, params);
	return { ...page, enter: houseAddress("/bedarfsumfrage"), direct: houseAddress(answerPath(page.code)) };
});

/** The letter with the code, for a municipality without a mailbox or one that lost its mail. */
export default function SurveyLetter({ loaderData }: Route.ComponentProps) {
	const { place, survey, municipality, code, enter, direct } = loaderData;
	const t = useText(staffMessages);
	const m = useText(messages);
	const { dateLong } = useFormat();
	const title = t("letter.title", { year: String(survey.year) });
	return (
		<>
			<title>{`${title} – ${municipality}`}</title>
			<SurveyCrumbs place={place} year={survey.year} page={t("survey.letter")} />
			<PageTitle title={title} above={t("letter.to", { municipality })} />
			<ScreenOnly>
				<p>{t("letter.print")}</p>
			</ScreenOnly>
			<Paragraphs text={survey.intro} />
			<p>{m("letter.until", { date: dateLong(survey.closesOn) })}</p>
			<Section id="antworten" title={t("letter.how")}>
				<p>{t("letter.address", { address: enter })}</p>
				<p className="gw-stat__value">{code}</p>
				<p>{t("letter.qr")}</p>
				<QrCode url={direct} label={t("letter.qrLabel")} />
			</Section>
		</>
	);
}
