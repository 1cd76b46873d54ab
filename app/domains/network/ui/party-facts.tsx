import { Section } from "~/design/layout";
import { PhoneLink } from "~/design/phone-link";
import { SummaryList } from "~/design/summary-list";
import { LocalDate, Period } from "~/design/time";
import { useFormat, useText } from "~/platform/i18n";
import { messages } from "../messages";
import { partyMessages } from "../party-messages";
import { peopleMessages } from "../people/messages";
import type { partyPage } from "../queries/party-page.server";
import { staffMessages } from "../staff-messages";

type Page = Awaited<ReturnType<typeof partyPage>>;

/** What is said of a party; then where that comes from, what for, for whom and until when. */
export function PartyFacts({ page: { party } }: { page: Page }) {
	const t = useText(partyMessages);
	const staff = useText(staffMessages);
	const say = useText(messages);
	const people = useText(peopleMessages);
	const { dateLong } = useFormat();
	const facts = [
		{ term: t("party.sector"), value: party.sector && say(`sectors.${party.sector}`) },
		{ term: t("party.level"), value: party.level && say(`levels.${party.level}`) },
		{ term: t("party.email"), value: party.email && <a href={`mailto:${party.email}`}>{party.email}</a> },
		{ term: t("party.phone"), value: party.phone && <PhoneLink number={party.phone} /> },
		{
			term: t("party.website"),
			value: party.website && (
				<a href={party.website} rel="noreferrer nofollow">
					{party.website}
				</a>
			),
		},
		{ term: t("party.mission"), value: party.mission },
		{ term: t("party.offers"), value: party.offers },
		{ term: t("party.seeks"), value: party.seeks },
		{ term: t("party.topics"), value: party.topics.join(", ") },
		{ term: t("party.areas"), value: party.areas.join(", ") },
		{
			term: t("party.exists"),
			value: (party.since || party.lastDay) && (
				<Period from={party.since ?? undefined} until={party.lastDay ?? undefined} />
			),
		},
		{ term: t("party.sameAs"), value: party.sameAs },
	].filter(({ value }) => value);
	const entered = party.author
		? t("party.enteredBy", { date: dateLong(party.enteredOn), name: party.author })
		: dateLong(party.enteredOn);
	return (
		<>
			{facts.length > 0 && (
				<Section id="angaben" title={t("party.facts")}>
					<SummaryList rows={facts} />
				</Section>
			)}
			<Section id="herkunft" title={t("party.fact")}>
				<SummaryList
					rows={[
						{ term: t("party.source"), value: party.source },
						{ term: t("party.purpose"), value: party.purpose },
						{ term: t("party.basis"), value: say(`bases.${party.basis}`) },
						{ term: t("party.visibility"), value: say(`visibilities.${party.visibility}`) },
						{ term: t("party.entered"), value: entered },
						{
							term: t("party.confirmed"),
							value: `${dateLong(party.confirmedOn)} (${staff("list.age", { months: party.months })})`,
						},
						{ term: t("party.keeper"), value: party.keeper ?? t("party.nobody") },
						...(party.kind === "PERSON"
							? [
									{
										term: t("party.keepUntil"),
										value: party.keepUntil ? <LocalDate value={party.keepUntil} long /> : "–",
									},
									{
										term: t("party.informed"),
										value:
											party.informedOn && party.informedHow
												? `${dateLong(party.informedOn)}, ${people(`page.how.${party.informedHow}`)}`
												: t("party.notInformed"),
									},
								]
							: []),
						...(party.ownKey ? [{ term: t("party.ownKey"), value: party.ownKey }] : []),
						...(party.oparlId ? [{ term: t("party.oparl"), value: party.oparlId }] : []),
					]}
				/>
			</Section>
		</>
	);
}
