import type { z } from "zod";
import { localText, parseMoment } from "~/platform/calendar.server";
import type { Typed } from "~/platform/http/forms.server";
import { type Outcome, refused } from "~/platform/outcome";
import { isEmptyRichText } from "~/platform/rich-text/schema";
import { markdownFromRichText } from "~/platform/rich-text/to-markdown";
import { readRichTexts } from "../rich-text-field.server";
import { storedText } from "../stored-text.server";
import type { EventInput } from "./commands/plan-event.server";
import { eventLimits } from "./event";
import type { eventForm } from "./forms";
import type { FoundEvent } from "./queries/find-event.server";

/** What a checked form says, as the commands take it; moments are meant in German time. */
export function eventInput(form: z.output<typeof eventForm>): Outcome<EventInput> {
	const startsAt = parseMoment(form.startsAt);
	const endsAt = parseMoment(form.endsAt);
	if (!startsAt) return refused("moment-missing", { field: "startsAt" });
	if (!endsAt) return refused("moment-missing", { field: "endsAt" });
	const registrationEndsAt = form.registrationEndsAt === "" ? null : parseMoment(form.registrationEndsAt);
	const texts = readRichTexts(form, { agenda: { characters: eventLimits.agendaMost } });
	if (!texts.done) return texts;
	const { agenda } = texts.value;
	const { title, mode, place, directions, accessibility, onlineAddress, seats } = form;
	return {
		done: true,
		value: {
			title,
			mode,
			startsAt,
			endsAt,
			place,
			directions,
			accessibility,
			onlineAddress,
			agenda: isEmptyRichText(agenda) ? null : agenda,
			registers: form.registers === "on",
			seats,
			registrationEndsAt,
		},
	};
}

/** An event as its form shows it. */
export function typedFrom(event: FoundEvent): Typed {
	const ownEnd = event.registrationEndsAt.getTime() !== event.startsAt.getTime();
	return {
		title: event.title,
		mode: event.mode,
		startsAt: localText(event.startsAt),
		endsAt: localText(event.endsAt),
		place: event.place ?? "",
		directions: event.directions ?? "",
		accessibility: event.accessibility ?? "",
		onlineAddress: event.onlineAddress ?? "",
		agenda: event.agenda === null ? "" : markdownFromRichText(storedText(event.agenda)),
		registers: event.registers ? "on" : "",
		seats: event.seats === null ? "" : String(event.seats),
		registrationEndsAt: ownEnd ? localText(event.registrationEndsAt) : "",
	};
}
