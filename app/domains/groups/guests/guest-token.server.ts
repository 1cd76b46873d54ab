import { idOfSigned, signedId } from "~/platform/signed-id.server";

const purpose = "groups.guest";

/** Which guest a link belongs to, or null when we did not make it. */
export const guestOfToken = (token: string): string | null => idOfSigned(purpose, token);

/** The page of a guest. Whether it still opens anything is asked of the guest's row each time. */
export const guestPath = (guestId: string): string => `/arbeitskreis-gast/${signedId(purpose, guestId)}`;
