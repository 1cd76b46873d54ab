import { idOfSigned, signedId } from "~/platform/signed-id.server";

const purpose = "notifications.unsubscribe";

/** The token of a person's "no more digests" link. It can do nothing but switch the digest off, which its owner can undo. */
export const unsubscribeToken = (personId: string): string => signedId(purpose, personId);

/** Whose token this is, or null when we did not make it. */
export const personOfToken = (token: string): string | null => idOfSigned(purpose, token);
