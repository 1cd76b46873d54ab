import { houseAddress } from "~/platform/address.server";

/** The name of this house in the identities of calendar entries. */
export function houseName(): string {
	return new URL(houseAddress("/")).hostname;
}

/** A calendar file as an answer; calendars ask again by themselves, so it is kept for some minutes only. */
export function calendarResponse(file: string, name: string): Response {
	return new Response(file, {
		headers: {
			"Content-Type": "text/calendar; charset=utf-8",
			"Content-Disposition": `attachment; filename="${name}"`,
			"Cache-Control": "private, max-age=300",
		},
	});
}
