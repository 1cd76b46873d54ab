import { keyedHash } from "~/platform/keyed-hash.server";
import { hashToken } from "~/platform/tokens.server";
import { slipLength } from "./slip";

const readable = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/**
 * The code on the look-up slip (Abholschein) of a contribution: about 79 bits that only this house can work out, so that
 * a lost slip can be printed again and the database holds no more than its hash. It opens the status page of this one
 * contribution, as the link in a guest's mail does.
 */
export function slipCode(contributionId: string): string {
	const bytes = keyedHash("participation.paper.slip", contributionId);
	return [...bytes.subarray(0, slipLength)].map((byte) => readable[byte % readable.length]).join("");
}

/** What is stored of it: `Contribution.statusHash`. */
export function slipHash(contributionId: string): string {
	return hashToken(slipCode(contributionId));
}
