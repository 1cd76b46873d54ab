import { ButtonRow, LinkButton } from "~/design/button";
import { useText } from "~/platform/i18n";
import { decisionMessages } from "../decision-messages";

/** The way to the register of decisions, of a place or of all. */
export function RegisterLink({ place }: { place: { slug: string } | null }) {
	const t = useText(decisionMessages);
	return (
		<ButtonRow>
			<LinkButton look="secondary" href={place ? `/o/${place.slug}/empfehlungen` : "/empfehlungen"}>
				{t("register.link")}
			</LinkButton>
		</ButtonRow>
	);
}
