import { idOfSigned, signedId } from "~/platform/signed-id.server";

const purpose = "guides.office-booking";

/** Which booking a link opens, or null when we did not make it. */
export const bookingOfToken = (token: string): string | null => idOfSigned(purpose, token);

/** The page of a booking: whoever has it can cancel and move. */
export const bookingPath = (bookingId: string): string => `/sprechtag-termin/${signedId(purpose, bookingId)}`;
