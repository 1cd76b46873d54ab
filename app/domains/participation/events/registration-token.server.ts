import { idOfSigned, signedId } from "~/platform/signed-id.server";

const purpose = "participation.event-registration";

/** The key to one registration: whoever has the mail can confirm, accept a seat and cancel; it ends with the registration. */
export const registrationToken = (registrationId: string): string => signedId(purpose, registrationId);

/** Which registration a token opens, or null when we did not make it. */
export const registrationOfToken = (token: string): string | null => idOfSigned(purpose, token);

/** The page of a registration. */
export const registrationPath = (registrationId: string): string =>
	`/termin-anmeldung/${registrationToken(registrationId)}`;
