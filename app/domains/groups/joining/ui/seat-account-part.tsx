import { Button, ButtonRow, LinkButton } from "~/design/button";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { useText } from "~/platform/i18n";
import { joiningMessages } from "../messages";
import type { SeatAccount } from "../queries/join-pages.server";

/** What somebody with a seat does to take part online. @param here the page to come back to, as a path */
export function SeatAccountPart({
	account,
	membershipId,
	here,
}: {
	account: SeatAccount;
	membershipId: string;
	here: string;
}) {
	const t = useText(joiningMessages);
	const onward = `?weiter=${encodeURIComponent(here)}`;
	return (
		<Section id="konto" title={t("own.title")} intro={t(`own.${account}`)}>
			{account === "none" && (
				<ButtonRow>
					<LinkButton href={`/registrieren${onward}`}>{t("own.register")}</LinkButton>
					<LinkButton look="secondary" href={`/anmelden${onward}`}>
						{t("own.signIn")}
					</LinkButton>
				</ButtonRow>
			)}
			{account === "to-join" && (
				<Form action="/konto/sitz" hidden={{ act: "mail", seat: membershipId }} inline>
					<Button>{t("join")}</Button>
				</Form>
			)}
			{account === "other-address" && (
				<LinkButton look="secondary" href="/konto/sitz">
					{t("own.enterCode")}
				</LinkButton>
			)}
		</Section>
	);
}
