import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { MinutesContent } from "./content";

/** SHA-256 over a content as canonical JSON (RFC 8785), so that anybody can compute it again. */
export function contentHash(content: MinutesContent): string {
	const canonical = canonicalize(content);
	if (canonical === undefined) throw new Error("minutes have no canonical form");
	return createHash("sha256").update(canonical).digest("hex");
}
