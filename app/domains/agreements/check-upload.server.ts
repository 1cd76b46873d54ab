import { createHash } from "node:crypto";
import { FormDataParseError, MultipartParseError, parseFormData } from "@remix-run/form-data-parser";

const largest = 25_000_000;

/**
 * The code and the SHA-256 of the file that somebody wants to have checked; the file itself is kept nowhere.
 * @returns null when the form cannot be read or the file is larger than 25 MB
 */
export async function readCheckForm(request: Request): Promise<{ code: string; fileSha256: string | null } | null> {
	let fileSha256: string | null = null;
	try {
		const limits = { maxFiles: 1, maxFileSize: largest, maxTotalSize: largest + 100_000 };
		const fields = await parseFormData(request, limits, async (upload) => {
			if (upload.size === 0) return;
			fileSha256 = createHash("sha256")
				.update(Buffer.from(await upload.arrayBuffer()))
				.digest("hex");
		});
		const code = fields.get("code");
		return { code: typeof code === "string" ? code : "", fileSha256 };
	} catch (error) {
		if (error instanceof FormDataParseError || error instanceof MultipartParseError) return null;
		throw error;
	}
}
