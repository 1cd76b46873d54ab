import { Button } from "~/design/button";
import { Checkbox } from "~/design/choice-group";
import { Form } from "~/design/form";
import { TextField } from "~/design/text-field";
import { useFormat, useText } from "~/platform/i18n";
import { runningMessages } from "../messages";
import type { runningPage } from "../queries/running-page.server";

type Guest = Awaited<ReturnType<typeof runningPage>>["guests"][number];

/** Guests who were invited, and a field for who comes without. They count for nothing but are named in the minutes. */
export function GuestTaps({
	guests,
	name,
	reporting,
	error,
	foreseen,
}: {
	guests: readonly Guest[];
	name: string;
	reporting: boolean;
	error?: string;
	foreseen: boolean;
}) {
	const t = useText(runningMessages);
	const { time } = useFormat();
	return (
		<>
			{guests.length > 0 && (
				<Form inline id="gastliste">
					<ul className="gw-taps">
						{guests.map((guest) => {
							const there = guest.arrivedAt !== null && guest.leftAt === null;
							return (
								<li key={guest.id} id={`sitz-${guest.id}`} className="gw-tap">
									<p>
										<strong>{guest.name}</strong>
										{guest.reporting && ` (${t("reporting")})`}
										{guest.items.length > 0 && `, ${t("guestItems", { items: guest.items.join(", ") })}`}:{" "}
										{there ? t("there") : t("away")}
										{guest.arrivedAt &&
											` (${t("span", {
												from: time(guest.arrivedAt),
												until: guest.leftAt ? time(guest.leftAt) : t("open"),
											})})`}
									</p>
									<Button
										name="act"
										value={there ? `guest-leaves:${guest.id}` : `guest:${guest.id}`}
										look="secondary"
										label={t(there ? "goLabel" : "guestHereLabel", { name: guest.name })}
									>
										{there ? t("go") : t("guestHere")}
									</Button>
								</li>
							);
						})}
					</ul>
				</Form>
			)}
			{foreseen ? (
				<Form id="gast" hidden={{ act: "guest" }}>
					<TextField name="name" label={t("guestName")} maxLength={120} value={name} error={error} />
					<Checkbox name="reporting" label={t("guestReporting")} checked={reporting} optional="depends" />
					<Button look="secondary">{t("guestAdd")}</Button>
				</Form>
			) : (
				<p>{t("guestsNotForeseen")}</p>
			)}
		</>
	);
}
