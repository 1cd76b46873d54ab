import { Button, LinkButton } from "~/design/button";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { useFormat, useText } from "~/platform/i18n";
import { eventLimits } from "../event";
import { messages } from "../messages";
import type { EventPage } from "../queries/event-page.server";

type Typed = Record<string, string | string[] | undefined>;

/** Registration on the page of an event: what is free, and the form; or why there is none. */
export function RegisterBox({
	event,
	typed,
	at,
}: {
	event: EventPage;
	typed: Typed;
	at(field: string): string | undefined;
}) {
	const t = useText(messages);
	const { dateTime } = useFormat();
	const { registering, own, free, seats } = event;
	return (
		<Section id="anmelden" title={t("register.title")}>
			{!event.registers ? (
				<p>{t("register.none")}</p>
			) : own ? (
				<>
					<p>{t("register.own")}</p>
					<LinkButton href={own.href}>{t("register.ownLink")}</LinkButton>
				</>
			) : !registering.open ? (
				<>
					<p>{t("register.closed")}</p>
					{/* what was sent too late is not lost */}
					{Object.keys(typed).length > 0 && <RegisterForm event={event} typed={typed} at={at} />}
				</>
			) : (
				<>
					<p>
						{free !== null && `${t("register.free", { count: free, seats: String(seats ?? free) })} `}
						{t("register.until", { date: dateTime(registering.until) })}
					</p>
					{registering.asGuest && !registering.guestsWelcome ? (
						<>
							<p>{t("register.accountsOnly")}</p>
							<LinkButton href={`/anmelden?weiter=${encodeURIComponent(`/termin/${event.code}`)}`}>
								{t("register.signIn")}
							</LinkButton>
						</>
					) : (
						<RegisterForm event={event} typed={typed} at={at} />
					)}
				</>
			)}
		</Section>
	);
}

function RegisterForm({ event: { registering }, typed, at }: Parameters<typeof RegisterBox>[0]) {
	const t = useText(messages);
	const field = (name: string, value = "") => {
		const given = typed[name];
		return { name, value: typeof given === "string" ? given : value, error: at(name) };
	};
	return (
		<Form>
			<TextField
				{...field("name", registering.name)}
				label={t("register.name")}
				autoComplete="name"
				maxLength={eventLimits.nameMost}
			/>
			{registering.asGuest && (
				<TextField
					{...field("email")}
					type="email"
					label={t("register.email")}
					hint={t("register.emailHint")}
					autoComplete="email"
				/>
			)}
			<TextField
				{...field("persons", "1")}
				label={t("register.persons")}
				hint={t("register.personsHint")}
				inputMode="numeric"
				width="short"
			/>
			<TextArea {...field("needs")} label={t("register.needs")} hint={t("register.needsHint")} rows={2} optional />
			<div className="gw-trap" hidden>
				<TextField name="webseite" label={t("register.trap")} error={at("webseite")} optional />
			</div>
			<p>{t("register.privacy")}</p>
			<Button>{t("register.submit")}</Button>
		</Form>
	);
}
