import { done, type Outcome, refused } from "~/platform/outcome";

/** What a second person found on the scan of a paper that was signed by hand. */
export type PaperFindings = {
	accepted: boolean;
	/** As read from the paper. */
	codeOnPaper: string;
	signaturesComplete: boolean;
	/** Where the original lies. */
	originalPlace: string;
	/** What is missing or wrong, of a rejected one. */
	reason: string;
};

export type PaperRefusal = "paper-code-differs" | "signatures-missing" | "place-missing" | "reason-missing";

const plain = (code: string) => code.toUpperCase().replace(/[^0-9A-Z]/g, "");

/**
 * Whether the findings are complete: an accepted paper carries the code of its version, all signatures, and lies somewhere;
 * a rejected one says why. Who may check, and when, is the rule of the paper's domain.
 * @param code of the version; spaces, dashes and small letters do not matter in either
 * @param leastReason letters of a reason
 */
export function judgePaper(found: PaperFindings, code: string, leastReason = 1): Outcome<null, PaperRefusal> {
	if (!found.accepted) {
		return found.reason.length < leastReason ? refused("reason-missing", { field: "reason" }) : done(null);
	}
	if (plain(found.codeOnPaper) !== plain(code)) return refused("paper-code-differs", { field: "codeOnPaper" });
	if (!found.signaturesComplete) return refused("signatures-missing", { field: "signaturesComplete" });
	if (found.originalPlace === "") return refused("place-missing", { field: "originalPlace" });
	return done(null);
}
