/** How an author came here: by the secret of the status link, or signed in by the contribution's code. */
export type KeyParams = { token?: string; code?: string };

/** The key to the own contribution out of an address; one of the two always stands there. */
export function ownKeyOf({ token, code }: KeyParams): { token: string } | { code: string } {
	return token ? { token } : { code: (code ?? "").toUpperCase() };
}

/** The status page that belongs to the key, under which the author's acts have their addresses. */
export function ownPathOf({ token, code }: KeyParams): string {
	return token ? `/stand/${token}` : `/konto/beitraege/${code ?? ""}`;
}

/** The author's page of a comment that belongs to the key. */
export function ownCommentPathOf({ token, code }: KeyParams): string {
	return token ? `/kommentar/${token}` : `/k/${code ?? ""}/bearbeiten`;
}
