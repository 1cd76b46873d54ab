import { Button } from "~/design/button";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { useText } from "~/platform/i18n";
import { messages } from "../messages";
import type { AgreementPage } from "../queries/agreement-page.server";

/** How far the parties are with publishing, and the button of those who may agree for one. */
export function Publication({
	publication: { agreed, all, mine },
}: {
	publication: NonNullable<AgreementPage["publication"]>;
}) {
	const t = useText(messages);
	const words =
		agreed === all ? t("page.published") : t("page.publicationText", { agreed: String(agreed), all: String(all) });
	return (
		<Section title={t("page.publication")} id="veroeffentlichung">
			<p>{words}</p>
			{mine.map(({ organisationId, name }) => (
				<Form key={organisationId} id={`zustimmen-${organisationId}`} inline hidden={{ organisationId }}>
					<Button look="secondary">{t("page.publishFor", { party: name })}</Button>
				</Form>
			))}
		</Section>
	);
}
