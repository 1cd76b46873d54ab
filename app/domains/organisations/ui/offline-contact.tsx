import { PhoneLink } from "~/design/phone-link";
import { SummaryList } from "~/design/summary-list";
import { useText } from "~/platform/i18n";
import { messages } from "../taking-part-messages";
import { PostalAddress } from "./postal-address";

/** How people without the internet reach a place, and the address that others can type for them. */
export function OfflineContact({
	place,
	address,
}: {
	place: { name: string; phone: string | null; phoneHours: string | null; address: string | null };
	address: string;
}) {
	const t = useText(messages);
	const rows = [
		...(place.phone ? [{ term: t("offline.phone"), value: <PhoneLink number={place.phone} /> }] : []),
		...(place.phoneHours ? [{ term: t("offline.hours"), value: place.phoneHours }] : []),
		...(place.address
			? [{ term: t("offline.address"), value: <PostalAddress name={place.name} lines={place.address} /> }]
			: []),
		{ term: t("offline.short"), value: <a href={address}>{address.replace(/^https?:\/\//, "")}</a> },
	];
	return (
		<>
			{!place.phone && !place.address && <p>{t("offline.noContact")}</p>}
			<SummaryList rows={rows} />
		</>
	);
}
