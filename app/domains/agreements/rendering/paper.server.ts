import { encode } from "uqr";
import { typeset } from "~/platform/typesetting/typeset.server";
import { canonicalJson, fingerprintOf } from "../canonical";
import type { AgreementContent } from "../content";
import { inGroups } from "../sealing/fingerprint";

const template = "app/domains/agreements/rendering/agreement.typ";

/** `pdf` is what is signed (PDF/A-3a), `reading` says the same for reading aloud and enlarging (PDF/UA-1). */
export type Paper = { canonical: string; sha256: string; pdf: Buffer; reading: Buffer };

/**
 * The version for signature as data and as paper.
 * @param origin where /pruefen is reached, without slash at the end
 * @throws NotTypeset when the paper cannot be set
 */
export async function makePaper(
	content: AgreementContent,
	{ verificationCode, origin }: { verificationCode: string; origin: string },
): Promise<Paper> {
	const canonical = canonicalJson(content);
	const sha256 = fingerprintOf(canonical);
	const verifyUrl = `${origin}/pruefen/${verificationCode}`;
	const paper = { verificationCode, sha256, sha256Groups: inGroups(sha256), verifyUrl, qr: qrPicture(verifyUrl) };
	const midnight = Date.parse(`${content.frozenOn}T00:00:00Z`) / 1000;
	const inputs = { canonical, paper: JSON.stringify(paper) };
	const pdf = await typeset({ template, inputs, timestamp: midnight });
	const copy = { ...inputs, reading: "yes" };
	const reading = await typeset({ template, inputs: copy, timestamp: midnight, standard: "ua-1" });
	return { canonical, sha256, pdf, reading };
}

function qrPicture(url: string): string {
	const { data, size } = encode(url, { ecc: "M", border: 2 });
	const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}" fill="#000"/></svg>`;
}
