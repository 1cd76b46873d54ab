import { idOfSigned, signedId } from "~/platform/signed-id.server";

const purpose = "groups.meeting-invitation";

/** Which invitation a link opens, or null when we did not make it. */
export const invitationOfToken = (token: string): string | null => idOfSigned(purpose, token);

/** The page on which somebody says whether they come: whoever has the link may answer, and nothing else. */
export const replyPath = (invitationId: string): string => `/sitzung-antwort/${signedId(purpose, invitationId)}`;
