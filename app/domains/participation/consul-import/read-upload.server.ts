import {
	FormDataParseError,
	MaxFileSizeExceededError,
	MaxTotalSizeExceededError,
	MultipartParseError,
	parseFormData,
} from "@remix-run/form-data-parser";
import { done, type Outcome, refused } from "~/platform/outcome";

/** 20 MB: about 20,000 contributions with their texts. */
const most = 20_000_000;

export type Sent = { fields: FormData; file: { name: string; bytes: Buffer } | null };

/** The form with its one file in memory; it goes into the database until it is taken over, not onto the disk. */
export async function readUpload(request: Request): Promise<Outcome<Sent, "file-too-large" | "upload-unreadable">> {
	let file: Sent["file"] = null;
	try {
		const limits = { maxFiles: 2, maxFileSize: most, maxTotalSize: most + 100_000 };
		const fields = await parseFormData(request, limits, async (upload) => {
			if (upload.size > 0) file = { name: upload.name.slice(0, 200), bytes: Buffer.from(await upload.arrayBuffer()) };
		});
		return done({ fields, file });
	} catch (error) {
		if (error instanceof MaxFileSizeExceededError || error instanceof MaxTotalSizeExceededError) {
			return refused("file-too-large", { field: "file" });
		}
		if (error instanceof FormDataParseError || error instanceof MultipartParseError) {
			return refused("upload-unreadable", { field: "file" });
		}
		throw error;
	}
}
