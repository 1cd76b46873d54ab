import { expect, test } from "vitest";
import { judgePaper, type PaperFindings } from "./signed-paper";

const good: PaperFindings = {
	...{ accepted: true, codeOnPaper: "ab12-CD34 ef56", signaturesComplete: true, originalPlace: "Archiv", reason: "" },
};

test.each<[string, Partial<PaperFindings>, string]>([
	["the code in groups and small letters", {}, "done"],
	["another code", { codeOnPaper: "AB12 CD34 EF57" }, "paper-code-differs"],
	["no code", { codeOnPaper: " – " }, "paper-code-differs"],
	["a signature is missing", { signaturesComplete: false }, "signatures-missing"],
	["nobody says where the original lies", { originalPlace: "" }, "place-missing"],
	["rejected without a reason", { accepted: false }, "reason-missing"],
	["rejected with less than a reason", { accepted: false, reason: "Nö" }, "reason-missing"],
	[
		"rejected needs nothing else",
		{ accepted: false, reason: "Seite 2 fehlt", codeOnPaper: "", originalPlace: "" },
		"done",
	],
])("a signed paper: %s", (_, change, code) => {
	const judged = judgePaper({ ...good, ...change }, "AB12CD34EF56", 5);
	expect(judged.done ? "done" : judged.refusals[0]?.code).toBe(code);
});
