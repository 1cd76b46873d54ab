import { Button, ButtonRow, LinkButton } from "~/design/button";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { Select } from "~/design/select";
import { useFormat, useText } from "~/platform/i18n";
import { messages } from "../messages";
import type { BookingPage } from "../queries/public-pages.server";

/** Another slot for a booking; made under cover, it is asked first with whom it is to be. */
export function MoveBooking({ booking, error }: { booking: Pick<BookingPage, "cover" | "others">; error?: string }) {
	const t = useText(messages);
	const { weekday, time } = useFormat();
	const { cover, others } = booking;
	if (!cover && others.length === 0) return null;
	const deputy = cover && { href: "?bei=vertretung#verschieben", label: t("booking.stay", { name: cover.deputy }) };
	const holder = cover && { href: "?bei=stelle#verschieben", label: t("booking.back", { name: cover.holder }) };
	if (cover && deputy && holder && cover.company === null) {
		return (
			<Section id="verschieben" title={t("booking.move")} intro={t("booking.coverText", cover)}>
				<p>{t("booking.withWhom")}</p>
				<ButtonRow>
					<LinkButton look="secondary" href={deputy.href}>
						{deputy.label}
					</LinkButton>
					<LinkButton look="secondary" href={holder.href}>
						{holder.label}
					</LinkButton>
				</ButtonRow>
			</Section>
		);
	}
	const [chosen, other] = cover?.company === "deputy" ? [deputy, holder] : [holder, deputy];
	return (
		<Section id="verschieben" title={t("booking.move")} intro={chosen ? chosen.label : t("booking.moveText")}>
			{others.length === 0 ? (
				<p>{t("booking.noneWith")}</p>
			) : (
				<Form
					id="move"
					hidden={{ act: "move", bei: cover ? (cover.company === "deputy" ? "vertretung" : "stelle") : "" }}
				>
					<Select
						name="slot"
						label={t("booking.moveTo")}
						error={error}
						options={others.map(({ code, day, minute, at, place }) => ({
							value: `${code} ${day} ${minute}`,
							label: [time(at), place].filter(Boolean).join(", "),
							group: weekday(at),
						}))}
					/>
					<Button look="secondary">{t("booking.moveSubmit")}</Button>
				</Form>
			)}
			{other && (
				<p>
					<a href={other.href}>{other.label}</a>
				</p>
			)}
		</Section>
	);
}
