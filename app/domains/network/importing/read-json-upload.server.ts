import {
	FormDataParseError,
	MaxFileSizeExceededError,
	MaxTotalSizeExceededError,
	MultipartParseError,
	parseFormData,
} from "@remix-run/form-data-parser";
import { done, type Outcome, refused } from "~/platform/outcome";

/** 2 MB: several councils with all their members. */
const most = 2_000_000;

/** The text of the one file that a form sends; it is read in memory and kept nowhere. Null where there is none. */
export async function readJsonUpload(
	request: Request,
): Promise<Outcome<string | null, "file-too-large" | "upload-unreadable">> {
	let text: string | null = null;
	try {
		await parseFormData(request, { maxFiles: 2, maxFileSize: most, maxTotalSize: most + 100_000 }, async (upload) => {
			if (upload.size > 0) text = await upload.text();
		});
		return done(text);
	} catch (error) {
		if (error instanceof MaxFileSizeExceededError || error instanceof MaxTotalSizeExceededError) {
			return refused("file-too-large", { field: "file", values: { name: "JSON", megabytes: most / 1_000_000 } });
		}
		if (error instanceof FormDataParseError || error instanceof MultipartParseError) {
			return refused("upload-unreadable", { field: "file" });
		}
		throw error;
	}
}
