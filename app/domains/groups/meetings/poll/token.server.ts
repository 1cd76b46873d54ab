import { idOfSigned, signedId } from "~/platform/signed-id.server";

const purpose = "groups.date-poll";

/** Which of those asked a link belongs to, or null when we did not make it. */
export const inviteeOfToken = (token: string): string | null => idOfSigned(purpose, token);

/** The page on which somebody says when they can come; it needs no account. */
export const answerPath = (inviteeId: string): string => `/terminabfrage/${signedId(purpose, inviteeId)}`;
