import { RadioGroup } from "~/design/choice-group";
import { TextField } from "~/design/text-field";
import { useText } from "~/platform/i18n";
import { paperLimits, wishes } from "../paper";
import { staffMessages } from "../staff-messages";

/** How an author is told, and what is needed for it. */
export function ReachFields({
	value,
	at,
}: {
	value: (name: "wish" | "name" | "street" | "town" | "phone") => string | undefined;
	at: (field: string) => string | undefined;
}) {
	const t = useText(staffMessages);
	return (
		<>
			<RadioGroup
				name="wish"
				label={t("enter.wish")}
				value={value("wish") ?? "none"}
				error={at("wish")}
				horizontal
				choices={wishes.map((wish) => ({ value: wish, label: t(`wishes.${wish}`) }))}
			/>
			<TextField
				name="name"
				label={t("enter.name")}
				hint={t("enter.nameHint")}
				value={value("name")}
				error={at("name")}
				maxLength={paperLimits.nameMost}
				autoComplete="off"
				width="medium"
				optional
			/>
			<TextField
				name="street"
				label={t("enter.street")}
				value={value("street")}
				error={at("street")}
				maxLength={paperLimits.lineMost}
				autoComplete="off"
				width="medium"
				optional
			/>
			<TextField
				name="town"
				label={t("enter.town")}
				value={value("town")}
				error={at("town")}
				maxLength={paperLimits.lineMost}
				autoComplete="off"
				width="medium"
				optional
			/>
			<TextField
				name="phone"
				type="tel"
				label={t("enter.phone")}
				value={value("phone")}
				error={at("phone")}
				maxLength={paperLimits.phoneMost}
				autoComplete="off"
				width="medium"
				optional
			/>
		</>
	);
}
