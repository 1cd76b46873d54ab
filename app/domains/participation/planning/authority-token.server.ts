import { idOfSigned, signedId } from "~/platform/signed-id.server";

const purpose = "participation.planning-authority";

/** The key to one notification: with it the authority makes its statement; it holds as long as the notification. */
export const authorityToken = (notificationId: string): string => signedId(purpose, notificationId);

/** Which notification a token opens, or null when we did not make it. */
export const notificationOfToken = (token: string): string | null => idOfSigned(purpose, token);

/** The page on which an authority makes its statement. */
export const authorityPath = (notificationId: string): string => `/behoerde/${authorityToken(notificationId)}`;
