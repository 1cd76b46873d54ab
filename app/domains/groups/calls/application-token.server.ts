import { idOfSigned, signedId } from "~/platform/signed-id.server";

const purpose = "groups.seat-application";

/** Which application a token opens, or null when we did not make it. */
export const applicationOfToken = (token: string): string | null => idOfSigned(purpose, token);

/** The page of an application, for whoever has the link of its mail. */
export const applicationPath = (id: string): string => `/bewerbung/${signedId(purpose, id)}`;
