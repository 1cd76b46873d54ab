import { keyedHash } from "~/platform/keyed-hash.server";
import { hashToken } from "~/platform/tokens.server";
import { slipLength } from "./slip";

const readable = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/**
 * The code on the look-up slip (Abholschein) of a contribution or comment: about 79 bits that only this house can work out, so that
 * a lost slip can be printed again and the database holds no more than its hash. It opens the page of this one
 * contribution or comment, as the link in a guest's mail does.
 */
export function slipCode(subjectId: string): string {
	const bytes = keyedHash("participation.paper.slip", subjectId);
	return [...bytes.subarray(0, slipLength)].map((byte) => readable[byte % readable.length]).join("");
}

/** What is stored of it: `Contribution.statusHash` or `Comment.draftHash`. */
export function slipHash(subjectId: string): string {
	return hashToken(slipCode(subjectId));
}
